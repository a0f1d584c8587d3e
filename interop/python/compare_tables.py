"""Compares Signet's tables of the profile with the EU's shapes and contexts, class by class and rule by rule.

usage: compare_tables.py ELM < TABLES

ELM is the folder with the official shapes (*.ttl) and the two contexts. TABLES is one JSON object: "kinds", for each kind of credential a
list of {class, member, min, max, range}; "overlooked", the members whose rule the contexts miss; "carried", the names that they keep
everywhere. A range is {"is": NAME} with "classes", "scheme" or "unique" where the name has such. Prints `ok WHAT` or `not ok WHAT`
for each class of each kind (Test Anything Protocol), and at the end how many rules were compared. Exit status 1 if any differs.
"""

import json
import pathlib
import sys

from judge_shapes import KINDS
from rdflib import RDF, SH, SKOS, BNode, Graph, URIRef
from rdflib.collection import Collection

XSD = "http://www.w3.org/2001/XMLSchema#"
DATATYPES = {
    "text": XSD + "string",
    "uri": XSD + "anyURI",
    "date-time": XSD + "dateTime",
    "duration": XSD + "duration",
    "integer": XSD + "integer",
    "positive": XSD + "positiveInteger",
    "percentage": XSD + "positiveInteger",
    "decimal": XSD + "decimal",
    "boolean": XSD + "boolean",
    "words": str(RDF.langString),
}
#: What a rule may say, beside words for people.
UNDERSTOOD = {"path", "class", "datatype", "minCount", "maxCount", "maxInclusive", "nodeKind", "nodekind", "uniqueLang", "or", "node"}
SILENT = {"name", "description", "severity", "message", "order", "deactivated"}


class Contexts:
    """What the two contexts make of the names in a credential."""

    def __init__(self, elm):
        edc = json.loads((elm / "edc-ap-context.jsonld").read_text(encoding="utf8"))["@context"]
        w3c = json.loads((elm / "w3c-2018-credentials-v1.jsonld").read_text(encoding="utf8"))["@context"]
        self.prefixes = {name: iri for name, iri in edc.items() if isinstance(iri, str) and iri.startswith("http")}
        self.classes = {name: self.iri(iri) for name, iri in edc.items() if isinstance(iri, str) and ":" in iri and "//" not in iri}
        self.classes["VerifiablePresentation"] = w3c["VerifiablePresentation"]["@id"]
        self.terms = {name: term for name, term in edc.items() if isinstance(term, dict)}
        scoped = w3c["VerifiableCredential"]["@context"] | w3c["VerifiablePresentation"]["@context"]
        self.prefixes["sec"] = scoped["sec"]
        self.scoped = {name: term for name, term in scoped.items() if isinstance(term, dict)}

    def iri(self, short):
        prefix, _, name = short.partition(":")
        return self.prefixes[prefix] + name if prefix in self.prefixes else short

    def term(self, member):
        """The name a member is written under, and how the contexts treat what it holds."""
        term = self.scoped.get(member) or self.terms.get(member)
        if term is None:
            return None, None
        kind = "graph" if term.get("@container") == "@graph" else term.get("@container") or term.get("@type")
        return self.iri(term["@id"]), self.iri(kind) if kind else None


def rules(graph):
    """(class, path) -> what all shapes together ask for, and the list that the value must belong to."""
    found = {}
    for shape in graph.subjects(RDF.type, SH.NodeShape):
        deactivated = graph.value(shape, SH.deactivated)
        for target in graph.objects(shape, SH.targetClass):
            if deactivated is not None and deactivated.toPython():
                continue
            found.setdefault(str(target), {})
            for rule in graph.objects(shape, SH.property):
                merge(graph, rule, found[str(target)].setdefault(str(graph.value(rule, SH.path)), empty()))
    return found


def empty():
    return {"min": 0, "max": None, "classes": None, "datatype": None, "kind": None, "scheme": None, "unique": False, "most": None, "node": None}


def merge(graph, rule, into):
    for name, value in graph.predicate_objects(rule):
        word = str(name).removeprefix(str(SH))
        if not str(name).startswith(str(SH)) or word in SILENT:
            continue
        if word not in UNDERSTOOD:
            raise ValueError(f"a rule says {word}, which nobody here understands")
        if word == "minCount":
            into["min"] = max(into["min"], int(value))
        elif word == "maxCount":
            into["max"] = int(value) if into["max"] is None else min(into["max"], int(value))
        elif word == "class":
            narrow(into, {str(value)})
        elif word == "datatype":
            into["datatype"] = str(value)
        elif word == "nodeKind":
            into["kind"] = str(value).removeprefix(str(SH))
        elif word == "uniqueLang":
            into["unique"] = value.toPython()
        elif word == "maxInclusive":
            into["most"] = int(value)
        elif word == "or":
            narrow(into, {str(graph.value(item, SH["class"])) for item in Collection(graph, value)})
        elif word == "node":
            node(graph, value, into)


def narrow(into, classes):
    into["classes"] = classes if into["classes"] is None else into["classes"] & classes


def node(graph, shape, into):
    """A shape that values must have: belonging to a list, being a claim, or the issuer's identifier."""
    listed = [graph.value(rule, SH.hasValue) for rule in graph.objects(shape, SH.property)]
    choices = graph.value(shape, SH["or"])
    alone = graph.value(shape, SH["class"])
    if listed and listed[0] is not None:
        into["scheme"] = str(listed[0])
    elif choices is not None:
        narrow(into, {str(graph.value(item, SH["class"]) or "claim of any type") for item in Collection(graph, choices)})
    elif alone is not None:
        narrow(into, {str(alone)})
    else:
        into["node"] = str(shape).rsplit("/", 1)[-1]


def expected(row, contexts):
    """What a row of the tables asks for, in the same terms."""
    wanted = empty() | {"min": row["min"], "max": row["max"]}
    what = row["range"]["is"]
    if what in ("node", "concept", "listed"):
        wanted["classes"] = {contexts.classes[name] for name in row["range"].get("classes", ["Concept"])}
        claim = contexts.classes["Claim"]
        if claim in wanted["classes"]:
            wanted["classes"] = wanted["classes"] - {claim} | {"claim of any type"}
    if what == "listed":
        wanted |= {"scheme": row["range"]["scheme"], "kind": "IRI"}
    elif what == "literal":
        wanted["kind"] = "Literal"
    elif what == "reference":
        wanted["kind"] = "IRI"
    elif what in DATATYPES:
        wanted["datatype"] = DATATYPES[what]
    if what == "percentage":
        wanted["most"] = 100
    wanted["unique"] = row["range"].get("unique", False)
    if (row["class"], row["member"]) == ("EuropeanDigitalCredential", "issuer"):
        wanted["node"] = "IssuerNodeShape"
    return wanted


def compare(row, asked, contexts, overlooked):
    """Says what is wrong with one row. `asked` are the rules for its class, by path; those that are met are taken out."""
    iri, kind = contexts.term(row["member"])
    what = row["range"]["is"]
    other = overlooked.get((row["class"], row["member"]))
    if what == "lost":
        if iri is not None:
            return "the contexts do know it"
        path = next((path for path in asked if path.rstrip("/").replace("#", "/").rsplit("/", 1)[-1] == row["member"]), None)
        rule = asked.pop(path, None)
        return None if rule and (rule["min"], rule["max"]) == (row["min"], row["max"]) else "no rule, or another count"
    if iri is None:
        return "the contexts do not know it"
    if other is not None:
        if iri in asked:
            return "the shapes do ask for this very name"
        iri = contexts.iri(other)
        if iri.startswith("http://data.europa.eu/m8glat") or iri.startswith("http://data.europa.eu/m8glon"):
            iri = iri.replace("m8g", "m8g/")
    elif what == "free":
        return "there is a rule" if iri in asked else None
    rule = asked.pop(iri, None)
    if rule is None:
        return "no such rule"
    if what in ("unwritable", "free"):
        counts = (rule["min"], rule["max"]) == (row["min"], row["max"])
        if what == "unwritable" and not (kind == "graph" or (kind == "@id" and rule["datatype"] is not None)):
            return "the contexts can write it"
        return None if counts else f"counts {rule}"
    wanted = expected(row, contexts)
    if wanted != rule:
        return ", ".join(f"{name}: shapes {rule[name]}, tables {wanted[name]}" for name in rule if rule[name] != wanted[name])
    writes = {"words": "@language", "literal": None}.get(what, DATATYPES.get(what, "@id"))
    return None if kind == writes else f"the contexts write {kind}, the range needs {writes}"


def main():
    elm = pathlib.Path(sys.argv[1])
    tables = json.load(sys.stdin)
    contexts = Contexts(elm)
    overlooked = {(one["class"], one["member"]): one["asked"] for one in tables["overlooked"]}
    wrong = compared = 0

    def say(name, complaints):
        nonlocal wrong
        wrong += bool(complaints)
        print(f"not ok {name}: {'; '.join(complaints)}" if complaints else f"ok {name}")

    for kind, rows in tables["kinds"].items():
        graph = Graph()
        for name in KINDS[kind]:
            graph.parse(elm / (name + ".ttl"), format="turtle")
        left = rules(graph)
        compared += sum(len(asked) for asked in left.values())
        for name in sorted({row["class"] for row in rows}):
            iri = contexts.classes.get(name)
            asked = left.pop(iri, None)
            complaints = ["no such class"] if asked is None else []
            for row in [row for row in rows if row["class"] == name and row["member"] is not None and asked is not None]:
                said = compare(row, asked, contexts, overlooked)
                complaints += [f"{row['member']}: {said}"] if said else []
            complaints += [f"{path} has no row" for path in asked or ()]
            say(f"{kind} {name}", complaints)
        for iri in left:
            say(f"{kind} {iri}", ["no such class in the tables"])
    carried, known = set(tables["carried"]), set(contexts.terms)
    say("names that the contexts carry", [f"{name} is not both carried and known" for name in sorted(carried ^ known)])
    print(f"# {compared} rules compared")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
