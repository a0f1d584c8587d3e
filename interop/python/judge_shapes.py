#!/usr/bin/env python3
"""Judges many European Digital Credentials by the EU's own shapes: JSON lines in, a line for each out.

usage: judge_shapes.py ELM [--each] < CREDENTIALS > VERDICTS

ELM is the folder with the official shapes (*.ttl) and the two contexts. A line of CREDENTIALS is an object with "number", "kind" (generic,
accredited, converted, mandated, diploma-supplement) and "text", the credential. A line of VERDICTS has "number", "conforms", and "results":
what the shapes object to, as "path component"; a credential that cannot be expanded into triples does not conform. With --each every
verdict also has "seconds", the processor time it took from the text to the verdict.

Contexts and shapes are read once, and what pySHACL makes of the shapes is kept from one credential to the next; nothing is fetched.
No inference, as the EU does it.
"""
import argparse
import json
import pathlib
import sys
import time

from pyld import jsonld
from pyshacl import Validator
from pyshacl.graph_abstraction import DataGraph
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
    for line in sys.stdin:
        credential = json.loads(line)
        kind = credential["kind"]
        if kind not in shapes:
            shapes[kind] = Shapes(given.elm, KINDS[kind])
        before = time.process_time()
        results = shapes[kind].judge(credential["text"])
        verdict = {"number": credential["number"], "conforms": not results, "results": results}
        if given.each:
            verdict["seconds"] = time.process_time() - before
        print(json.dumps(verdict), flush=given.each)


class Shapes:
    """The shapes of one kind of credential, ready for many."""

    def __init__(self, elm, names):
        graph = Graph()
        for name in names:
            graph.parse(elm / (name + ".ttl"), format="turtle")
        self.graph = graph
        self.prepared = None

    def judge(self, text):
        """What the shapes object to."""
        try:
            quads = jsonld.to_rdf(json.loads(text), {"format": "application/n-quads"})
            data = Graph().parse(data=quads, format="nquads")
        except Exception as error:  # Whatever makes it unreadable.
            return ["unreadable " + type(error).__name__]
        validator = Validator(DataGraph.from_rdflib(data), shacl_graph=self.graph, options={"inplace": True})
        if self.prepared is None:
            self.prepared = validator.shacl_graph
        validator.shacl_graph = self.prepared
        conforms, report, _ = validator.run()
        if conforms:
            return []
        found = set()
        for result in report.objects(None, SH.result):
            part = lambda name: str(report.value(result, name)).replace("/", "#").rsplit("#", 1)[-1]
            found.add(part(SH.resultPath) + " " + part(SH.sourceConstraintComponent))
        return sorted(found)


if __name__ == "__main__":
    main()
