// Opens a database read-only, as any client would, and asks it what it is given:
//
//	node client.mjs DATABASE < questions.json > answers.json
//
// questions: [{"name": …, "sql": …}]; answers: [{"name", "rows", "columns", "first", "error"}].
// No extension may be fetched or loaded: what the database needs must be in DuckDB.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create(process.argv[2], {
  access_mode: 'READ_ONLY',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
});
const connection = await instance.connect();

async function ask({ name, sql }) {
  try {
    const result = await connection.runAndReadAll(sql);
    const rows = result.getRowsJson();
    return { name, rows: rows.length, columns: result.columnNames(), first: JSON.stringify(rows[0] ?? null) };
  } catch (error) {
    return { name, error: String(error) };
  }
}

const answers = [];
for (const question of JSON.parse(readFileSync(0, 'utf8'))) {
  answers.push(await ask(question));
}
process.stdout.write(JSON.stringify(answers));
connection.closeSync();
instance.closeSync();
