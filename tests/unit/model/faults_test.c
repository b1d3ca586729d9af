/*
 * faults_test.c - what is said about keys that are wrong, and where.
 */
#include "faults.h"

static const Case unknown_keys[] = {
    { "signatorys: []\n",
      "a.md:5:1: error: unknown key 'signatorys'; did you mean 'signatories'? [unknown-key]\n" },
    { "zzz: [ { a: b } ]\n"
      "subtitle: ok\n",
      "a.md:5:1: error: unknown key 'zzz' [unknown-key]\n" },
    { "draft: true\n",
      "a.md:5:1: error: unknown key 'draft'; did you mean 'status: draft'? [unknown-key]\n" },
    { "locale: da\n"
      "author: A\n"
      "permalink: /a\n"
      "description: D\n",
      "a.md:5:1: error: unknown key 'locale'; did you mean 'lang'? [unknown-key]\n"
      "a.md:6:1: error: unknown key 'author'; did you mean 'from'? [unknown-key]\n"
      "a.md:7:1: error: unknown key 'permalink'; did you mean 'slug'? [unknown-key]\n"
      "a.md:8:1: error: unknown key 'description'; did you mean 'summary'? [unknown-key]\n" },
    { "cc:\n"
      "  - { Name: A, link: https://a.example, organisation: B }\n",
      "a.md:6:7: error: unknown key 'Name'; did you mean 'name'? [unknown-key]\n"
      "a.md:6:16: error: unknown key 'link'; did you mean 'url'? [unknown-key]\n"
      "a.md:6:41: error: unknown key 'organisation'; did you mean 'organization'? "
      "[unknown-key]\n" },
    { "cc:\n"
      "  - name: A\n"
      "    website: x\n"
      "    affiliation: y\n"
      "    country: z\n"
      "    e-mail: w\n",
      "a.md:7:5: error: unknown key 'website'; did you mean 'url'? [unknown-key]\n"
      "a.md:8:5: error: unknown key 'affiliation'; did you mean 'organization'? [unknown-key]\n"
      "a.md:9:5: error: unknown key 'country'; did you mean 'location'? [unknown-key]\n"
      "a.md:10:5: error: unknown key 'e-mail'; did you mean 'email'? [unknown-key]\n" },
    { "image: { src: a.png, alt: '', captoin: C }\n"
      "sign: { link: https://a.example }\n",
      "a.md:5:31: error: unknown key 'captoin'; did you mean 'caption'? [unknown-key]\n"
      "a.md:6:9: error: unknown key 'link'; did you mean 'url'? [unknown-key]\n" },
    { "sections:\n"
      "  - { heading: H, text: T, body: B }\n"
      "updates:\n"
      "  - { date: 2023-01-01, text: T, x: y }\n",
      "a.md:6:28: error: unknown key 'body'; did you mean 'text'? [unknown-key]\n"
      "a.md:8:34: error: unknown key 'x' [unknown-key]\n" },
    { "email: { reply-to: A <a@b.example>, attachment: a.pdf }\n",
      "a.md:5:10: error: unknown key 'reply-to'; did you mean 'reply_to'? [unknown-key]\n"
      "a.md:5:37: error: unknown key 'attachment'; did you mean 'attachments'? [unknown-key]\n" },
    { "email:\n"
      "  attachments:\n"
      "    - { file: a.pdf }\n",
      "a.md:7:9: error: unknown key 'file'; did you mean 'path'? [unknown-key]\n" },
    { "allow:\n"
      "  - { rule: footnote-unused, because: x }\n",
      "a.md:6:30: error: unknown key 'because'; did you mean 'reason'? [unknown-key]\n" },
    { "signatories:\n"
      "  - name: A\n"
      "    representative: { name: B, titel: C }\n"
      "    consent: { when: 2023-01-01 }\n"
      "    verified: { who: me }\n",
      "a.md:7:32: error: unknown key 'titel' [unknown-key]\n"
      "a.md:8:16: error: unknown key 'when'; did you mean 'date'? [unknown-key]\n"
      "a.md:9:17: error: unknown key 'who' [unknown-key]\n" },
    { "signatories: { header: H, list: [A] }\n",
      "a.md:5:16: error: unknown key 'header'; did you mean 'heading'? [unknown-key]\n" },
    { "signatories:\n"
      "  - { group: H, list: [A] }\n"
      "  - { name: A, salutation: Dear A }\n",
      "a.md:6:7: error: unknown key 'group'; did you mean 'heading'? [unknown-key]\n"
      "a.md:7:16: error: unknown key 'salutation' [unknown-key]\n" },
    { "? [a]\n"
      ": b\n",
      "a.md:5:3: error: a key is a word, and here is a list or a mapping; put a text that begins "
      "with '[' or '{' in quotes [key-not-text]\n" },
    { NULL, NULL },
};

static const Case duplicate_keys[] = {
    { "title: U\n", "a.md:5:1: error: the key 'title' is given twice [duplicate-key]\n" },
    { "cc:\n"
      "  - { name: A, name: B }\n",
      "a.md:6:16: error: the key 'name' is given twice [duplicate-key]\n" },
    { "subtitle:\n"
      "subtitle: S\n",
      "a.md:6:1: error: the key 'subtitle' is given twice [duplicate-key]\n" },
    { "extra: { a: 1, b: { c: 1, c: 2 }, a: [ { d: 1, d: 2 } ] }\n",
      "a.md:5:27: error: the key 'c' is given twice [duplicate-key]\n"
      "a.md:5:35: error: the key 'a' is given twice [duplicate-key]\n" },
    { "email: { headers: { X-A: 1, x-a: 2 } }\n",
      "a.md:5:29: error: the key 'x-a' is given twice [duplicate-key]\n" },
    { NULL, NULL },
};

static const Case types[] = {
    { "subtitle: [a]\n",
      "a.md:5:11: error: 'subtitle' is a list here; write one line of text [wrong-type]\n" },
    { "subtitle: { a: b }\n",
      "a.md:5:11: error: 'subtitle' is a mapping here; write one line of text [wrong-type]\n" },
    { "subtitle: |\n"
      "  one\n"
      "  two\n",
      "a.md:5:11: error: 'subtitle' is several lines of text here; write one line of text "
      "[wrong-type]\n" },
    { "subtitle: \"one\\ntwo\"\n", "a.md:5:11: error: 'subtitle' is several lines of text here; "
                                   "write one line of text [wrong-type]\n" },
    { "about: [a]\n",
      "a.md:5:8: error: 'about' is a list here; write a text in Markdown [wrong-type]\n" },
    { "embargo: [x]\n", "a.md:5:10: error: 'embargo' is a list here; write a date such as "
                        "2023-11-21 [wrong-type]\n" },
    { "cc: A\n", "a.md:5:5: error: 'cc' is a text here; write a list of names, each after '- ' "
                 "[wrong-type]\n" },
    { "cc: [[A]]\n", "a.md:5:6: error: 'an entry of cc' is a list here; write a name, or keys such "
                     "as 'name' [wrong-type]\n" },
    { "cc: [A, ]\n", "" },
    { "cc:\n"
      "  -\n",
      "a.md:6:4: error: 'an entry of cc' is empty here; write a name, or keys such as 'name' "
      "[wrong-type]\n" },
    { "signatories: A\n", "a.md:5:14: error: 'signatories' is a text here; write a list of names, "
                          "each after '- ', or a name a line after '|' [wrong-type]\n" },
    { "signatories: [[A]]\n", "a.md:5:15: error: 'an entry of signatories' is a list here; write a "
                              "name, or keys such as 'name' [wrong-type]\n" },
    { "signatories: { list: A }\n", "a.md:5:22: error: 'list' is a text here; write a list of "
                                    "names, each after '- ' [wrong-type]\n" },
    { "signatories: >\n"
      "  A\n"
      "  B\n",
      "a.md:5:14: error: 'signatories' is several lines of text here; write a list of names, each "
      "after '- ', or a name a line after '|' [wrong-type]\n" },
    { "sections: S\n", "a.md:5:11: error: 'sections' is a text here; write a list of entries with "
                       "keys and values [wrong-type]\n" },
    { "sections: [S]\n", "a.md:5:12: error: 'an entry of sections' is a text here; write keys and "
                         "values below it [wrong-type]\n" },
    { "image: a.png\n",
      "a.md:5:8: error: 'image' is a text here; write keys and values below it [wrong-type]\n" },
    { "from: [A]\n", "a.md:5:7: error: 'from' is a list here; write a name, or keys such as 'name' "
                     "[wrong-type]\n" },
    { "contact: [[A]]\n", "a.md:5:11: error: 'an entry of contact' is a list here; write a name, "
                          "or keys such as 'name' [wrong-type]\n" },
    { "extra: x\n",
      "a.md:5:8: error: 'extra' is a text here; write keys and values below it [wrong-type]\n" },
    { "email: x\n",
      "a.md:5:8: error: 'email' is a text here; write keys and values below it [wrong-type]\n" },
    { "email: { headers: [a] }\n", "a.md:5:19: error: 'headers' is a list here; write names of "
                                   "headers and their values [wrong-type]\n" },
    { "email: { attachments: [[a]] }\n",
      "a.md:5:24: error: 'an entry of attachments' is a list here; write a path, or keys such as "
      "'path' [wrong-type]\n" },
    { "cc: [ { name: A, address: Street 1 } ]\n",
      "a.md:5:27: error: 'address' is a text here; write a list of lines, each after '- ' "
      "[wrong-type]\n" },
    { "cc: [ { name: A, address: [[a]] } ]\n", "a.md:5:28: error: 'an entry of address' is a list "
                                               "here; write one line of text [wrong-type]\n" },
    { "from: { name: A, email: [a@b.example] }\n",
      "a.md:5:25: error: 'email' is a list here; write one email address [wrong-type]\n" },
    { "signatories: [ { name: A, email: [a@b.example] } ]\n",
      "a.md:5:34: error: 'email' is a list here; write one email address [wrong-type]\n" },
    { "signatories: [ { name: A, representative: [B] } ]\n",
      "a.md:5:43: error: 'representative' is a list here; write a name, or keys such as 'name' "
      "[wrong-type]\n" },
    { NULL, NULL },
};

static const Case groups[] = {
    { "signatories: { source: a.csv }\n",
      "a.md:5:24: error: the file cannot be read: the letter is read without its folder "
      "[file-unreadable]\n" },
    { "signatories: { source: [], fields: { a: b, [c]: d, url: }, sort: up, limit: 0 }\n",
      "a.md:5:38: error: unknown key 'a' [unknown-key]\n"
      "a.md:5:44: error: a key is a word, and here is a list or a mapping; put a text that begins "
      "with '[' or '{' in quotes [key-not-text]\n"
      "a.md:5:57: error: 'an entry of fields' is empty here; write one line of text [wrong-type]\n"
      "a.md:5:66: error: 'up' is no value for 'sort'; write given, name, organization or date "
      "[wrong-value]\n"
      "a.md:5:77: error: '0' is no value for 'limit'; write a whole number from 1 on "
      "[wrong-value]\n" },
    { "signatories: { source: [], list: [A] }\n",
      "a.md:5:14: error: a group has a 'list' or a 'source', not both; write two groups "
      "[group-entries]\n" },
    { "signatories: { list: [A], ignore: x, separator: ';' }\n",
      "a.md:5:14: error: 'ignore' says how a 'source' is read, and the group has none; remove it "
      "[group-source]\n"
      "a.md:5:14: error: 'separator' says how a 'source' is read, and the group has none; remove "
      "it [group-source]\n" },
    { "signatories: { source: [], separator: '::', ignore: { a: b } }\n",
      "a.md:5:39: error: '::' is no value for 'separator'; write one of ',', ';', '|' and 'tab' "
      "[wrong-value]\n"
      "a.md:5:53: error: 'ignore' is a mapping here; write a name, or a list of them "
      "[wrong-type]\n" },
    { NULL, NULL },
};

static const Case later[] = {
    { "translation_of: a.md\n"
      "headings: { a: b }\n"
      "mailings: { press: { to: a } }\n"
      "merge: true\n",
      "a.md:5:1: error: 'translation_of' is not available in this version [not-available]\n"
      "a.md:6:1: error: 'headings' is not available in this version [not-available]\n"
      "a.md:7:1: error: 'mailings' is not available in this version [not-available]\n"
      "a.md:8:1: error: 'merge' is not available in this version [not-available]\n" },
    { NULL, NULL },
};

static const Case whole[] = {
    { "---\n"
      "---\n",
      "a.md:1:1: error: the key 'title' is missing [missing-key]\n"
      "a.md:1:1: error: the key 'date' is missing [missing-key]\n"
      "a.md:1:1: note: an open letter usually names its addressees [no-addressees]\n" },
    { "\xEF\xBB\xBF"
      "---\r\n"
      "title: T\r\n"
      "kind: page\r\n"
      "---\r\n",
      "" },
    { "---\n"
      "title: T\n"
      "status: draft\n"
      "kind: report\n"
      "---\n",
      "" },
    { "---\n"
      "title: ''\n"
      "kind: page\n"
      "---\n",
      "a.md:2:8: error: '' is no value for 'title'; write a text [wrong-value]\n" },
    { "---\n"
      "title:\n"
      "kind: page\n"
      "---\n",
      "a.md:1:1: error: the key 'title' is missing [missing-key]\n" },
    { "---\n"
      "title: T\n"
      "---\n",
      "a.md:1:1: error: the key 'date' is missing [missing-key]\n"
      "a.md:1:1: note: an open letter usually names its addressees [no-addressees]\n" },
    { "---\n"
      "- a\n"
      "- b\n"
      "---\n",
      "a.md:2:1: error: 'front matter' is a list here; write keys and values below it "
      "[wrong-type]\n" },
    { "---\n"
      "text\n"
      "---\n",
      "a.md:2:1: error: 'front matter' is a text here; write keys and values below it "
      "[wrong-type]\n" },
    { "---\n"
      "kind: page\n"
      "subtitle: a: b\n"
      "---\n",
      "a.md:3:11: error: this text holds ': ', which makes it a key for YAML; put the whole text "
      "in quotes [yaml-syntax]\n" },
    { "No front matter.\n", "a.md:1:1: error: a letter begins with its front matter: a line '---', "
                            "keys such as 'title:', and a line '---' [head-missing]\n" },
    { "---\n"
      "title: T\n",
      "a.md:1:1: error: the front matter that begins here has no closing '---' [head-open]\n" },
    { "---\n"
      "kind: page\n"
      "image:\n"
      "  src: a.png\n"
      "sections:\n"
      "  - heading: H\n"
      "  - text: T\n"
      "updates:\n"
      "  - text: T\n"
      "allow:\n"
      "  - rule: footnote-unused\n"
      "---\n",
      "a.md:1:1: error: the key 'title' is missing [missing-key]\n"
      "a.md:4:3: error: the key 'alt' is missing [missing-key]\n"
      "a.md:6:5: error: the key 'text' is missing [missing-key]\n"
      "a.md:7:5: error: the key 'heading' is missing [missing-key]\n"
      "a.md:9:5: error: the key 'date' is missing [missing-key]\n"
      "a.md:11:5: error: the key 'reason' is missing [missing-key]\n" },
    { NULL, NULL },
};

static void test_letters(gconstpointer data)
{
    for (const Case *known = data; known->text != NULL; known++)
        expect_findings(known->text, known->findings);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_data_func("/model/faults/unknown-keys", unknown_keys, test_keys);
    g_test_add_data_func("/model/faults/duplicate-keys", duplicate_keys, test_keys);
    g_test_add_data_func("/model/faults/types", types, test_keys);
    g_test_add_data_func("/model/faults/groups", groups, test_keys);
    g_test_add_data_func("/model/faults/later", later, test_keys);
    g_test_add_data_func("/model/faults/whole", whole, test_letters);
    return g_test_run();
}
