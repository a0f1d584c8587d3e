"""Puts a bill of materials before the official CycloneDX schema, and each licence before the official list."""

import json
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing

text = open(sys.argv[1], encoding="utf-8").read()
fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
print("ok schema of CycloneDX 1.6" if fault is None else f"not ok schema of CycloneDX 1.6: {fault}")

licensing = get_spdx_licensing()
wrong = []
for component in json.loads(text)["components"]:
    for licence in component["licenses"]:
        expression = licence["expression"]
        if licensing.validate(expression).errors:
            wrong.append(f"{component['name']}: {expression}")
print("ok licence expressions" if not wrong else f"not ok licence expressions: {'; '.join(wrong)}")

bill = json.loads(text)
known = {component["bom-ref"] for component in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
lost = {need for one in bill["dependencies"] for need in [one["ref"], *one["dependsOn"]]} - known
print("ok dependencies are components" if not lost else f"not ok dependencies are components: {sorted(lost)}")
