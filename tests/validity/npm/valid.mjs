// node valid.mjs CHRONICLE-SCHEMA EDITS-SCHEMA FILE...: each file, or each line of those called .jsonl, is valid by our
// schemas; what is neither, such as a report, is passed by.  Prints how many are, and what is wrong with the others.
import Ajv from "ajv/dist/2020.js";
import fs from "fs";
const read = name => JSON.parse(fs.readFileSync(name, "utf8"));
const ajv = new Ajv({strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: false});
const [chronicleSchema, editsSchema, ...files] = process.argv.slice(2);
ajv.addSchema(read(chronicleSchema), "annals.schema.json");
const chronicle = ajv.getSchema("annals.schema.json"), edits = ajv.compile(read(editsSchema));
let count = 0, bad = 0;
for (const name of files) {
    const text = fs.readFileSync(name, "utf8");
    for (const one of name.endsWith("jsonl") ? text.trim().split("\n") : [text]) {
        const value = JSON.parse(one), check = value.annals?.edits ? edits : chronicle;
        if (!value.annals || value.findings || value.changes) continue;
        count++;
        if (check(value)) continue;
        bad++;
        console.log("FAILED:", name, ajv.errorsText(check.errors));
    }
}
console.log(count - bad, "JSON texts are valid");
process.exit(bad ? 1 : 0);
