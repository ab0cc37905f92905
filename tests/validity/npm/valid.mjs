// node valid.mjs FOLDER FILE...: each file, or each line of those called .jsonl, is valid by the one of our schemas in the
// folder that it names; what is none of ours is passed by.  Prints how many are, and what is wrong with the others.
import Ajv from "ajv/dist/2020.js";
import fs from "fs";
const read = name => JSON.parse(fs.readFileSync(name, "utf8"));
const ajv = new Ajv({strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: false});
const [folder, ...files] = process.argv.slice(2);
ajv.addSchema(read(folder + "/annals.schema.json"), "annals.schema.json");
const schemas = {schema: ajv.getSchema("annals.schema.json")};
for (const name of ["edits", "changes", "findings"]) schemas[name] = ajv.compile(read(`${folder}/annals-${name}.schema.json`));
let count = 0, bad = 0;
for (const name of files) {
    const text = fs.readFileSync(name, "utf8");
    for (const one of name.endsWith("jsonl") ? text.trim().split("\n") : [text]) {
        const value = JSON.parse(one);
        if (!value.annals) continue;
        const check = schemas[Object.keys(schemas).find(name => name in value.annals) ?? "schema"];
        count++;
        if (check(value)) continue;
        bad++;
        console.log("FAILED:", name, ajv.errorsText(check.errors));
    }
}
console.log(count - bad, "JSON texts are valid");
process.exit(bad ? 1 : 0);
