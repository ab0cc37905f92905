// typst.mjs MODULES INPUT OUTPUT: what `typst compile` does, with the compiler that npm installs.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const [modules, input, output] = process.argv.slice(2);
const { NodeCompiler } = createRequire(modules + '/')('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace: '.', fontArgs: [{ fontPaths: ['/usr/share/fonts'] }] });
writeFileSync(output, compiler.pdf({ mainFilePath: input }));
