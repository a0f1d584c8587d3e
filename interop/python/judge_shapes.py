"""Judges many European Digital Credentials by the EU's own shapes: JSON lines in, a line for each out.

usage: judge_shapes.py ELM CREDENTIALS VERDICTS [--each]

ELM is the folder with the official shapes (*.ttl) and the two contexts. A line of CREDENTIALS is an object with "number", "kind" (generic,
accredited, converted, mandated, diploma-supplement) and "text", the credential. A line of VERDICTS has "number", "conforms", and "results":
what the shapes object to, as "path component"; a credential that cannot be expanded into triples does not conform. With --each every
verdict also has "seconds", the processor time it took from the text to the verdict.

Contexts and shapes are read once, and what pySHACL makes of the shapes is kept from one credential to the next; nothing is fetched.
No inference, as the EU does it.
"""
import argparse
import json
import logging
import pathlib
import time
import warnings

from pyld import jsonld
from pyshacl import Validator
from pyshacl.graph_abstraction import DataGraph
from pyshacl.shapes_graph import ShapesGraph
from rdflib import Graph
from rdflib.namespace import SH

CONTEXTS = {
    "https://www.w3.org/2018/credentials/v1": "w3c-2018-credentials-v1.jsonld",
    "http://data.europa.eu/snb/model/context/edc-ap": "edc-ap-context.jsonld",
}
GENERIC = ["EDC-generic-full", "EDC-generic-no-cv"]
KINDS = {
    "generic": GENERIC,
    "accredited": ["EDC-accredited", *GENERIC],
    "converted": ["EDC-converted", *GENERIC],
    "mandated": ["EDC-issuedByMandate", *GENERIC],
    "diploma-supplement": ["EDC-diplomaSupplement", "EDC-accredited", *GENERIC],
}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("elm", type=pathlib.Path)
    arguments.add_argument("credentials", type=pathlib.Path)
    arguments.add_argument("verdicts", type=pathlib.Path)
    arguments.add_argument("--each", action="store_true")
    given = arguments.parse_args()
    contexts = {url: json.loads((given.elm / name).read_text(encoding="utf8")) for url, name in CONTEXTS.items()}

    def load_context(url, _options=None):
        document = contexts.get(url)
        if document is None:
            raise ValueError("not a context of the format: " + url)
        return {"contextUrl": None, "documentUrl": url, "contentType": "application/ld+json", "document": document}

    jsonld.set_document_loader(load_context)
    shapes = {}
    # What rdflib says of each ill literal is said in the verdict.
    logging.disable()
    warnings.simplefilter("ignore")
    with given.credentials.open(encoding="utf8") as credentials, given.verdicts.open("w", encoding="utf8") as verdicts:
        for line in credentials:
            credential = json.loads(line)
            kind = credential["kind"]
            if kind not in shapes:
                shapes[kind] = Shapes(given.elm, KINDS[kind])
            before = time.process_time()
            results = shapes[kind].judge(credential["text"])
            verdict = {"number": credential["number"], "conforms": not results, "results": results}
            if given.each:
                verdict["seconds"] = time.process_time() - before
            print(json.dumps(verdict), file=verdicts)


class Shapes:
    """The shapes of one kind of credential, ready for many."""

    def __init__(self, elm, names):
        self.graph = Graph()
        for name in names:
            self.graph.parse(elm / (name + ".ttl"), format="turtle")
        self.prepared = ShapesGraph(self.graph)
        # Every shape is known, but only those with a target are looked at from outside: of a rule of theirs pySHACL would ask it in vain.
        targets = {str(shape) for shape in self.graph.subjects(SH.targetClass)} & {str(shape.node) for shape in self.prepared.shapes}
        self.options = {"inplace": True, "use_shapes": sorted(targets)}

    def judge(self, text):
        """What the shapes object to."""
        try:
            quads = jsonld.to_rdf(json.loads(text), {"format": "application/n-quads"})
            data = Graph().parse(data=quads, format="nquads")
        except Exception as error:  # Whatever makes it unreadable.
            return ["unreadable " + type(error).__name__]
        validator = Validator(DataGraph.from_rdflib(data), shacl_graph=self.graph, options=dict(self.options))
        validator.shacl_graph = self.prepared
        conforms, report, _ = validator.run()
        if conforms:
            return []
        found = set()
        for result in report.objects(None, SH.result):
            path, component = (report.value(result, name) for name in (SH.resultPath, SH.sourceConstraintComponent))
            found.add(f"{last(path)} {last(component).removesuffix('ConstraintComponent')}")
        return sorted(found)


def last(name):
    """The last word of an IRI."""
    return str(name).replace("/", "#").rsplit("#", 1)[-1]


if __name__ == "__main__":
    main()
