/*
 * fault_values_test.c - what is said about values that are wrong, and where.
 */
#include "faults.h"

static const Case values[] = {
    { "kind: letter\n", "a.md:5:7: error: 'letter' is no value for 'kind'; write open-letter, "
                        "statement, press-release, report or page [wrong-value]\n" },
    { "status: Draft\n",
      "a.md:5:9: error: 'Draft' is no value for 'status'; write final or draft [wrong-value]\n" },
    { "image: { src: a.png, alt: '', at: top }\n",
      "a.md:5:35: error: 'top' is no value for 'at'; write start or end [wrong-value]\n" },
    { "signatories: [ { name: A, anonymous: yes }, { name: B, distinct: True } ]\n",
      "a.md:5:38: error: 'yes' is no value for 'anonymous'; write true or false [wrong-value]\n"
      "a.md:5:66: error: 'True' is no value for 'distinct'; write true or false [wrong-value]\n" },
    { "signatories: [ { name: A, type: ngo, as: me, status: gone, publish: [email, name] } ]\n",
      "a.md:5:33: error: 'ngo' is no value for 'type'; write person or organization [wrong-value]\n"
      "a.md:5:42: error: 'me' is no value for 'as'; write personal or organization [wrong-value]\n"
      "a.md:5:54: error: 'gone' is no value for 'status'; write active, pending or withdrawn "
      "[wrong-value]\n"
      "a.md:5:77: error: 'name' is no value for 'publish'; write email, phone, address, note, date "
      "or label [wrong-value]\n" },
    { "signatories: [ { name: A, type: '' } ]\n",
      "a.md:5:33: error: '' is no value for 'type'; write person or organization [wrong-value]\n" },
    { "lang: english\n", "a.md:5:7: error: 'english' is no language tag; write 'en' "
                         "[language-tag]\n" },
    { "lang: pt_br\n", "a.md:5:7: error: 'pt_br' is no language tag; write 'pt-BR' "
                       "[language-tag]\n" },
    { "lang: Klingonish\n", "a.md:5:7: error: 'Klingonish' is no language tag; write one such as "
                            "'en', 'da' or 'pt-BR' [language-tag]\n" },
    { "slug: a/b\n", "a.md:5:7: error: 'a/b' is no slug; use letters a to z, digits, '-', '_' and "
                     "'.' [slug-form]\n" },
    { "slug: .a\n", "a.md:5:7: error: '.a' is no slug; use letters a to z, digits, '-', '_' and "
                    "'.' [slug-form]\n" },
    { "allow: [ { rule: nonsense, reason: r }, { rule: raw-html, reason: r }, { rule: "
      "footnote-unused, reason: r, line: 0 } ]\n",
      "a.md:5:18: error: 'nonsense' is no value for 'rule'; write the word that stands in brackets "
      "after a warning or a note [wrong-value]\n"
      "a.md:5:49: error: 'raw-html' is no value for 'rule'; write the word that stands in brackets "
      "after a warning or a note [wrong-value]\n"
      "a.md:5:114: error: '0' is no value for 'line'; write a whole number from 1 on "
      "[wrong-value]\n" },
    { "image: { src: '', alt: '' }\n",
      "a.md:5:15: error: '' is no value for 'src'; write the path of a file [wrong-value]\n" },
    { "sections: [ { heading: ' ', text: '' } ]\n",
      "a.md:5:24: error: ' ' is no value for 'heading'; write a text [wrong-value]\n"
      "a.md:5:35: error: '' is no value for 'text'; write a text [wrong-value]\n" },
    { NULL, NULL },
};

static const Case dates[] = {
    { "embargo: 2023-11-21\n", "a.md:5:10: error: '2023-11-21' is no date; write a date and time "
                               "such as 2023-11-21T09:00:00+01:00 [date-form]\n" },
    { "updates: [ { date: 21.11.2023, text: T }, { date: 2023-02-30, text: T } ]\n"
      "sign: { deadline: soon }\n",
      "a.md:5:20: error: '21.11.2023' is no date; write a date such as 2023-11-21, or "
      "2023-11-21T09:00:00+01:00 [date-form]\n"
      "a.md:5:51: error: '2023-02-30' is no date; write a date such as 2023-11-21, or "
      "2023-11-21T09:00:00+01:00 [date-form]\n"
      "a.md:6:19: error: 'soon' is no date; write a date such as 2023-11-21, or "
      "2023-11-21T09:00:00+01:00 [date-form]\n" },
    { "signatories: [ { name: A, date: 1.1., consent: { date: x }, verified: { date: y } } ]\n",
      "a.md:5:33: error: '1.1.' is no date; write a date such as 2023-11-21, or "
      "2023-11-21T09:00:00+01:00 [date-form]\n"
      "a.md:5:56: error: 'x' is no date; write a date such as 2023-11-21, or "
      "2023-11-21T09:00:00+01:00 [date-form]\n"
      "a.md:5:79: error: 'y' is no date; write a date such as 2023-11-21, or "
      "2023-11-21T09:00:00+01:00 [date-form]\n" },
    { NULL, NULL },
};

static const Case addresses[] = {
    { "url: example.org\n", "a.md:5:6: error: 'example.org' is no address of a page; write it with "
                            "https:// before it [url-form]\n" },
    { "url: https://a:b@c.example/\n", "a.md:5:6: error: this address holds a user name or a "
                                       "password; remove it [url-credentials]\n" },
    { "url: ftp://c.example/\n", "a.md:5:6: error: 'ftp://c.example/' is no address of a page; "
                                 "write it with https:// before it [url-form]\n" },
    { "url: https://c..example/\n", "a.md:5:6: error: 'https://c..example/' is no address of a "
                                    "page [url-form]\n" },
    { "cc: [ 'Anna <a@b.example>, Mayor', 'a@b.example, c@d.example', Anna @ Home ]\n",
      "a.md:5:7: error: 'Anna <a@b.example>, Mayor' is no email address; write 'email:' beside "
      "'name:' [address-form]\n"
      "a.md:5:36: error: 'a@b.example, c@d.example' is no email address; write 'email:' beside "
      "'name:' [address-form]\n" },
    { "sign: { url: 'javascript:x', email: a }\n",
      "a.md:5:14: error: 'javascript:x' is no address of a page; write it with https:// before it "
      "[url-form]\n"
      "a.md:5:37: error: 'a' is no email address; write it as name@host.example [address-form]\n" },
    { "cc:\n"
      "  - Anna <anna@b>\n"
      "  - anna@b\n"
      "  - Anna <>\n"
      "  - name: A\n"
      "    email: [a@b.example, a b@c.example]\n"
      "    url: https://x y\n",
      "a.md:6:11: error: 'anna@b' is no email address; write it as name@host.example "
      "[address-form]\n"
      "a.md:7:5: error: 'anna@b' is no email address; write it as name@host.example "
      "[address-form]\n"
      "a.md:8:11: error: '' is no email address; write it as name@host.example [address-form]\n"
      "a.md:10:26: error: 'a b@c.example' is no email address; write it as name@host.example "
      "[address-form]\n"
      "a.md:11:10: error: 'https://x y' is no address of a page [url-form]\n" },
    { "from: Å <a..b@c.example>\n", "a.md:5:10: error: 'a..b@c.example' is no email address; write "
                                    "it as name@host.example [address-form]\n" },
    { "email: { envelope_sender: x, list_unsubscribe: [ mailto:x, https://a.example/u, "
      "'mailto:a@b.example?subject=u', foo ] }\n",
      "a.md:5:27: error: 'x' is no email address; write it as name@host.example [address-form]\n"
      "a.md:5:50: error: 'mailto:x' is no email address; write it without 'mailto:' "
      "[address-form]\n"
      "a.md:5:113: error: 'foo' is no address of a page; write it with https:// before it "
      "[url-form]\n" },
    { NULL, NULL },
};

static const Case paths[] = {
    { "image: { src: /a.png, alt: '' }\n",
      "a.md:5:15: error: the path '/a.png' leads out of the letter's folder [path-outside]\n" },
    { "image: { src: a/../../b.png, alt: '' }\n",
      "a.md:5:15: error: the path 'a/../../b.png' leads out of the letter's folder "
      "[path-outside]\n" },
    { "image: { src: a/../b.png, alt: '' }\n", "" },
    { "email: { attachments: [ ../a.pdf, ./a/./b.pdf, { path: .. } ] }\n",
      "a.md:5:25: error: the path '../a.pdf' leads out of the letter's folder [path-outside]\n"
      "a.md:5:56: error: the path '..' leads out of the letter's folder [path-outside]\n" },
    { NULL, NULL },
};

static const Case parties[] = {
    { "cc:\n"
      "  - JRS: Europe\n",
      "a.md:6:5: error: 'JRS: …' is a key and a value for YAML; put the whole text in quotes if it "
      "is a name [unquoted-colon]\n" },
    { "cc:\n"
      "  - nmae: A\n",
      "a.md:6:5: error: unknown key 'nmae'; did you mean 'name'? [unknown-key]\n" },
    { "cc:\n"
      "  - JRS: Europe\n"
      "    note: N\n",
      "a.md:6:5: error: unknown key 'JRS' [unknown-key]\n"
      "a.md:6:5: error: this entry has no name [party-name-missing]\n" },
    { "from:\n"
      "  JRS: Europe\n",
      "a.md:6:3: error: 'JRS: …' is a key and a value for YAML; put the whole text in quotes if it "
      "is a name [unquoted-colon]\n" },
    { "signatories:\n"
      "  - JRS: Europe\n"
      "  - A\n",
      "a.md:6:5: error: 'JRS: …' is a key and a value for YAML; put the whole text in quotes if it "
      "is a name [unquoted-colon]\n" },
    { "cc: [ '' ]\n", "a.md:5:7: error: this entry has no name [party-name-missing]\n" },
    { "cc: [ { role: R } ]\n", "a.md:5:7: error: this entry has no name [party-name-missing]\n" },
    { "cc: [ { name: '' } ]\n", "a.md:5:15: error: this entry has no name [party-name-missing]\n" },
    { "contact: { phone: 1 }\n",
      "a.md:5:10: error: the key 'name', 'email' or 'url' is missing [missing-key]\n" },
    { "contact: { url: https://a.example }\n", "" },
    { "email: { to: { name: A, email: [] } }\n",
      "a.md:5:32: error: 'email' is empty here [wrong-type]\n" },
    { "email: { to: [ A ], bcc: { name: B } }\n",
      "a.md:5:16: error: the key 'email' is missing [missing-key]\n"
      "a.md:5:26: error: the key 'email' is missing [missing-key]\n" },
    { NULL, NULL },
};

static const Case signatories[] = {
    { "signatories: [ Anna <a@b.example>, a@b.example, 'Anna (a@b.example)', Anna @ Home ]\n",
      "a.md:5:16: error: a signatory is given by name alone, and the email address would be lost "
      "or published; write it as 'email:' beside 'name:' [signatory-address]\n"
      "a.md:5:36: error: a signatory is given by name alone, and the email address would be lost "
      "or published; write it as 'email:' beside 'name:' [signatory-address]\n"
      "a.md:5:49: error: a signatory is given by name alone, and the email address would be lost "
      "or published; write it as 'email:' beside 'name:' [signatory-address]\n" },
    { "signatories: [ { name: a@b.example } ]\n",
      "a.md:5:24: error: a signatory is given by name alone, and the email address would be lost "
      "or published; write it as 'email:' beside 'name:' [signatory-address]\n" },
    { "signatories: [ { name: A, representative: B <b@c.example> } ]\n",
      "a.md:5:43: error: a signatory is given by name alone, and the email address would be lost "
      "or published; write it as 'email:' beside 'name:' [signatory-address]\n" },
    { "signatories: |\n"
      "  A\n"
      "\n"
      "  B <b@c.example>\n"
      "    C\xE2\x80\xAE"
      " D\n",
      "a.md:8:3: error: a signatory is given by name alone, and the email address would be lost or "
      "published; write it as 'email:' beside 'name:' [signatory-address]\n"
      "a.md:9:6: error: U+202E changes the order in which the text is shown; remove it "
      "[bidi-control]\n" },
    { "signatories: [ { role: R }, { status: withdrawn }, { anonymous: true, role: R }, { name: '' "
      "}, '' , ]\n",
      "a.md:5:16: error: this entry has no name [party-name-missing]\n"
      "a.md:5:90: error: this entry has no name [party-name-missing]\n"
      "a.md:5:96: error: this entry has no name [party-name-missing]\n" },
    { "signatories:\n"
      "  -\n"
      "  - A\n",
      "a.md:6:4: error: this entry has no name [party-name-missing]\n" },
    { "signatories: { heading: H }\n",
      "a.md:5:14: error: the key 'list' is missing [missing-key]\n" },
    { "signatories: [ { heading: H, list: [ A, { x: y } ] } ]\n",
      "a.md:5:41: error: 'x: …' is a key and a value for YAML; put the whole text in quotes if it "
      "is a name [unquoted-colon]\n" },
    { NULL, NULL },
};

static const Case lines[] = {
    { "subtitle: a\xE2\x80\xAE"
      "b\n",
      "a.md:5:12: error: U+202E changes the order in which the text is shown; remove it "
      "[bidi-control]\n" },
    { "subtitle: 'é\xEF\xBB\xBF"
      "'\n",
      "a.md:5:13: error: U+FEFF changes the order in which the text is shown; remove it "
      "[bidi-control]\n" },
    { "subtitle: \"\\u202Ea\"\n", "a.md:5:11: error: U+202E changes the order in which the text is "
                                  "shown; remove it [bidi-control]\n" },
    { "about: a\xE2\x80\xAE"
      "b\n",
      "" },
    { "cc: [ { name: \xE2\x81\xA6"
      "A } ]\n",
      "a.md:5:15: error: U+2066 changes the order in which the text is shown; remove it "
      "[bidi-control]\n" },
    { "extra: { a\xE2\x80\xAD"
      ": b }\n",
      "a.md:5:11: error: U+202D changes the order in which the text is shown; remove it "
      "[bidi-control]\n" },
    { "extra: { a: \xE2\x80\xAD"
      " }\n",
      "a.md:5:13: error: U+202D changes the order in which the text is shown; remove it "
      "[bidi-control]\n" },
    { NULL, NULL },
};

static const Case headers[] = {
    { "email: { headers: { Subject: x, X-: y, 'X-A:': z, 'X-A B': w, X-Å: v, x-ok: u, feedback-id: "
      "t, X-L: \"a\\nb\", [a]: b } }\n",
      "a.md:5:21: error: 'Subject' is no header that a letter may set; use X-… or Feedback-ID, "
      "with one line of text [header-form]\n"
      "a.md:5:33: error: 'X-' is no header that a letter may set; use X-… or Feedback-ID, with one "
      "line of text [header-form]\n"
      "a.md:5:40: error: 'X-A:' is no header that a letter may set; use X-… or Feedback-ID, with "
      "one line of text [header-form]\n"
      "a.md:5:51: error: 'X-A B' is no header that a letter may set; use X-… or Feedback-ID, with "
      "one line of text [header-form]\n"
      "a.md:5:63: error: 'X-Å' is no header that a letter may set; use X-… or Feedback-ID, with "
      "one line of text [header-form]\n"
      "a.md:5:101: error: 'X-L' is several lines of text here; write one line of text "
      "[wrong-type]\n"
      "a.md:5:109: error: a key is a word, and here is a list or a mapping; put a text that begins "
      "with '[' or '{' in quotes [key-not-text]\n" },
    { NULL, NULL },
};

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_data_func("/model/faults/values", values, test_keys);
    g_test_add_data_func("/model/faults/dates", dates, test_keys);
    g_test_add_data_func("/model/faults/addresses", addresses, test_keys);
    g_test_add_data_func("/model/faults/paths", paths, test_keys);
    g_test_add_data_func("/model/faults/parties", parties, test_keys);
    g_test_add_data_func("/model/faults/signatories", signatories, test_keys);
    g_test_add_data_func("/model/faults/lines", lines, test_keys);
    g_test_add_data_func("/model/faults/headers", headers, test_keys);
    return g_test_run();
}
