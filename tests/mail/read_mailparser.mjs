// read_mailparser.mjs - reads messages with mailparser: sizes and messages on
// standard input as driver.c writes them, one line of JSON each on the output.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

// NODE_PATH says where the modules lie; imports do not ask it.
const { simpleParser } = createRequire(import.meta.url)("mailparser");

const people = (field) => (field?.value ?? []).map(({ name, address }) => [name, address]);

const part = ({ filename, content, cid, related }) => ({
  name: filename ?? null,
  bytes: content.toString("base64"),
  id: cid ?? null,
  inline: Boolean(related),
});

let input = readFileSync(0);
while (input.length > 0) {
  const end = input.indexOf("\n");
  const size = Math.max(Number(input.subarray(0, end)), 0);
  const message = input.subarray(end + 1, end + 1 + size);
  input = input.subarray(end + 1 + size);
  if (size === 0) continue;
  const mail = await simpleParser(message, { skipImageLinks: true, skipTextToHtml: true });
  console.log(JSON.stringify({
    subject: mail.subject ?? "",
    people: [...people(mail.from), ...people(mail.to), ...people(mail.cc)],
    text: mail.text ?? "",
    html: mail.html || "",
    parts: mail.attachments.map(part),
  }));
}
