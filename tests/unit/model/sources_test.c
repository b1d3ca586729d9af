/*
 * sources_test.c - signatories from files, which are a table in memory here.
 */
#include <string.h>

#include "model/letter.h"

typedef struct File {
    const char *path, *text;
} File;

static GBytes *read_file(gpointer data, const char *path, gsize max_size, GError **error)
{
    for (const File *file = data; file->path != NULL; file++) {
        if (strcmp(file->path, path) == 0 && strlen(file->text) <= max_size)
            return g_bytes_new(file->text, strlen(file->text));
    }
    g_set_error(error, LETTER_FOLDER_ERROR, LETTER_FOLDER_ERROR_MISSING, "%s: missing", path);
    return NULL;
}

static GPtrArray *list_files(gpointer data, const char *path, GError **error)
{
    g_autofree char *folder = g_strconcat(path, "/", NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    LetterFolderError fault = LETTER_FOLDER_ERROR_MISSING;

    if (strcmp(path, "closed") == 0)
        fault = LETTER_FOLDER_ERROR_SYSTEM;
    for (const File *file = data; file->path != NULL; file++) {
        if (strcmp(file->path, path) == 0)
            fault = LETTER_FOLDER_ERROR_NOT_REGULAR;
        if (g_str_has_prefix(file->path, folder))
            g_ptr_array_add(names, g_strdup(file->path + strlen(folder)));
    }
    if (names->len > 0)
        return g_steal_pointer(&names);
    g_set_error(error, LETTER_FOLDER_ERROR, (int)fault, "%s: not listed", path);
    return NULL;
}

typedef struct Outcome {
    Letter *letter;
    char *findings;
    char *names; /* of all groups, in order */
} Outcome;

static void clear(Outcome *outcome)
{
    letter_free(outcome->letter);
    g_free(outcome->findings);
    g_free(outcome->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Outcome, clear)

static Outcome read_with(const char *signatories, const File *files, gboolean skips_invalid)
{
    g_autofree char *text = g_strconcat("---\ntitle: T\nkind: page\nsignatories: ", signatories,
                                        "\n---\nBody.\n", NULL);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(LetterSource) source = letter_source_new("a/l.md", bytes);
    g_autoptr(LetterDiagnostics) diagnostics = letter_diagnostics_new();
    const LetterFiles reading = { read_file, list_files, (gpointer)files };
    const LetterReadOptions options = { .files = &reading, .skips_invalid = skips_invalid };
    Outcome outcome = { .letter = letter_read(source, &options, diagnostics) };
    g_autoptr(GPtrArray) names = g_ptr_array_new();

    for (guint i = 0; i < letter_signatories_size(outcome.letter->signatories); i++) {
        LetterSignatory view;

        letter_signatories_get(outcome.letter->signatories, i, &view);
        g_ptr_array_add(names, (gpointer)(view.name.text != NULL ? view.name.text : "-"));
    }
    g_ptr_array_add(names, NULL);
    outcome.names = g_strjoinv(" ", (char **)names->pdata);
    outcome.findings = letter_diagnostics_format(diagnostics);
    return outcome;
}

static void expect(const char *signatories, const File *files, const char *names)
{
    g_auto(Outcome) outcome = read_with(signatories, files, FALSE);

    g_assert_cmpstr(outcome.findings, ==, "");
    g_assert_cmpstr(outcome.names, ==, names);
}

static LetterSignatory get(const Outcome *outcome, guint index)
{
    LetterSignatory view;

    letter_signatories_get(outcome->letter->signatories, index, &view);
    return view;
}

static void test_every_kind(void)
{
    static const File files[] = {
        { "t.txt", "\xEF\xBB\xBF"
                   "A\r\n\r\n  B\t\r\nC" },
        { "l.yaml", "- D\r\n- name: E\r\n- { name: F }\r\n" },
        { "l.yml", "[]" },
        { "l.json", "\xEF\xBB\xBF[{\"name\": \"G\"}, \"H\"]" },
        { "l.jsonl", "{\"name\": \"I\"}\r\n\r\n{\"name\":\"J\"}" },
        { "l.CSV", "\xEF\xBB\xBFname,url\r\nK,\r\n\r\n\"L\"," },
        { NULL, NULL },
    };

    expect("{ source: [t.txt, l.yaml, l.yml, l.json, l.jsonl, l.CSV] }", files,
           "A B C D E F G H I J K L");
    expect("[ { source: l.CSV }, M, { heading: H, source: t.txt } ]", files, "K L M A B C");
}

static void test_folder(void)
{
    static const File files[] = {
        { "signed/.keep", "" },
        { "signed/README", "" },
        { "signed/Readme.md", "" },
        { "signed/1.yml", "name: b\n" },
        { "signed/2.yaml", "name: A" },
        { "signed/3.yaml", "---\nname: C\nurl: https://c.example\n" },
        { NULL, NULL },
    };

    expect("{ source: signed }", files, "A b C");
    expect("{ source: signed, sort: given }", files, "b A C");
}

/* As it stands in the folders of many letters on the web. */
static void test_fields_and_ignore(void)
{
    static const File files[] = {
        { "_data/signed/a.yaml", "name: A\nlink: https://a.example/\nx: [1, {y: 2}]\n" },
        { "f.csv", "Full name,by,job,Row\nA,R,boss,1\n" },
        { "f.json", "[{\"Full name\": \"A\", \"by\": \"R\", \"job\": \"boss\", \"Row\": {}}]" },
        { NULL, NULL },
    };
    static const char *const mapped[] = { "f.csv", "f.json" };
    g_auto(Outcome) jekyll =
        read_with("{ source: _data/signed, fields: { url: link }, ignore: '*' }", files, FALSE);

    g_assert_cmpstr(jekyll.findings, ==, "");
    g_assert_cmpstr(get(&jekyll, 0).url.text, ==, "https://a.example/");
    for (guint i = 0; i < G_N_ELEMENTS(mapped); i++) {
        g_autofree char *group =
            g_strdup_printf("{ source: %s, fields: { name: Full name, representative.name: by, "
                            "representative.role: job }, ignore: Row }",
                            mapped[i]);
        g_auto(Outcome) outcome = read_with(group, files, FALSE);

        g_assert_cmpstr(outcome.findings, ==, "");
        g_assert_cmpstr(get(&outcome, 0).representative_name.text, ==, "R");
        g_assert_cmpstr(get(&outcome, 0).representative_role.text, ==, "boss");
        g_assert_cmpint(get(&outcome, 0).type, ==, LETTER_PARTY_ORGANIZATION);
    }
}

static void test_a_whole_row(void)
{
    static const File files[] = {
        { "a.csv", "name;role;url;email;address;publish;anonymous;status;date;consent.date;lang\n"
                   "\"N;\"\"\";R;https://u.example;e@e.example;\"A\nB\";email address;false;"
                   "pending;2026-01-02;2026-01-01;da\n" },
        { NULL, NULL },
    };
    g_auto(Outcome) outcome = read_with("{ source: a.csv, separator: ; }", files, FALSE);
    LetterSignatory entry = get(&outcome, 0);

    g_assert_cmpstr(outcome.findings, ==, "");
    g_assert_cmpstr(entry.name.text, ==, "N;\"");
    g_assert_cmpstr(entry.role.text, ==, "R");
    g_assert_cmpstr(entry.url.text, ==, "https://u.example");
    g_assert_cmpstr(entry.email.text, ==, "e@e.example");
    g_assert_cmpstr(entry.address.text, ==, "A\nB");
    g_assert_cmpuint(entry.publish, ==, LETTER_PRIVATE_EMAIL | LETTER_PRIVATE_ADDRESS);
    g_assert_cmpint(entry.status, ==, LETTER_SIGNATORY_PENDING);
    g_assert_cmpstr(entry.date.text, ==, "2026-01-02");
    g_assert_cmpstr(entry.lang.text, ==, "da");
}

/* What is wrong with one is said, and the others are there. */
static void test_faults_stay_with_their_entry(void)
{
    static const File files[] = {
        { "a.csv", "name,url\nA,https://a.example\nB,b\n\"C\"c,\nD,\n,https://e.example\n" },
        { "b.yaml", "- A\n- [B]\n- { nam: C }\n- D\n" },
        { "c.json", "[\"A\",\n 1, {\"name\": \"C\", \"url\":\n  \"c\"}, \"D\"]" },
        { "d.jsonl", "{\"name\":\"A\"}\n{\n[]\n{\"name\":\"D\"}\n" },
        { "e.txt", "A\n```\na@b.example\nD\n" },
        { NULL, NULL },
    };
    static const struct {
        const char *source, *places[3];
    } known[] = {
        { "a.csv", { "a/a.csv:3:3: ", "a/a.csv:4:4: ", "a/a.csv:6:1: " } },
        { "b.yaml", { "a/b.yaml:2:3: ", "a/b.yaml:3:5: ", NULL } },
        { "c.json", { "a/c.json:2:2: ", "a/c.json:3:3: ", NULL } },
        { "d.jsonl", { "a/d.jsonl:2:1: ", "a/d.jsonl:3:1: ", NULL } },
        { "e.txt", { "a/e.txt:2:1: ", "a/e.txt:3:1: ", NULL } },
    };

    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        g_autofree char *group = g_strdup_printf("{ source: %s }", known[i].source);
        g_auto(Outcome) strict = read_with(group, files, FALSE);
        g_auto(Outcome) lenient = read_with(group, files, TRUE);

        for (guint j = 0; j < G_N_ELEMENTS(known[i].places) && known[i].places[j] != NULL; j++) {
            g_autofree char *error = g_strconcat(known[i].places[j], "error", NULL);
            g_autofree char *warning = g_strconcat(known[i].places[j], "warning", NULL);

            g_assert_nonnull(strstr(strict.findings, error));
            g_assert_nonnull(strstr(lenient.findings, warning));
        }
        g_assert_null(strstr(lenient.findings, ": error: "));
        g_assert_nonnull(strstr(lenient.findings, "[entries-skipped]"));
        g_assert_cmpstr(lenient.names, ==, "A D");
        g_assert_cmpuint(letter_signatories_counts(lenient.letter->signatories)->total, ==, 2);
    }
}

/* What cannot be read to its end is not an entry that could be left out. */
static void test_what_is_not_skipped(void)
{
    static const File files[] = {
        { "a.yaml", "- A\n- 'B\n" },
        { "b.json", "[\"A\", " },
        { "c.csv", "name\nA\n\"B\n" },
        { "d.csv", "nom\nA\n" },
        { "e.csv", "name,url;x\n" },
        { "f.yaml", "name: A\n" },
        { NULL, NULL },
    };

    for (const File *file = files; file->path != NULL; file++) {
        g_autofree char *group = g_strdup_printf("{ source: %s }", file->path);
        g_auto(Outcome) outcome = read_with(group, files, TRUE);

        g_assert_nonnull(strstr(outcome.findings, ": error: "));
    }
}

static void test_paths(void)
{
    static const File files[] = { { "a.doc", "" }, { NULL, NULL } };
    g_auto(Outcome) outcome = read_with("{ source: [gone.csv, gone, a.doc] }", files, FALSE);

    g_assert_cmpstr(
        outcome.findings, ==,
        "a/l.md:4:25: error: the file 'gone.csv' is not there [file-missing]\n"
        "a/l.md:4:35: error: the file 'gone' is not there [file-missing]\n"
        "a/l.md:4:41: error: 'a.doc' is no source of a known kind; use .csv, .yaml, .json, .jsonl "
        "or .txt, or a folder of .yaml files [source-type]\n");
}

static void test_closed_folder(void)
{
    static const File files[] = { { NULL, NULL } };
    g_auto(Outcome) outcome = read_with("{ source: [closed, '  '] }", files, FALSE);

    g_assert_cmpstr(outcome.findings, ==,
                    "a/l.md:4:25: error: the file cannot be read: closed: not listed "
                    "[file-unreadable]\n"
                    "a/l.md:4:33: error: '  ' is no value for 'source'; write the path of a file "
                    "[wrong-value]\n");
}

static void test_fields_twice(void)
{
    static const File files[] = { { "a.csv", "x,y\nA,B\n" }, { NULL, NULL } };
    g_auto(Outcome) outcome = read_with(
        "{ source: a.csv, fields: { name: x, role: x, name: y }, ignore: y }", files, FALSE);

    g_assert_cmpstr(outcome.findings, ==,
                    "a/l.md:4:56: error: 'x' is no value for 'fields'; write a name that no other "
                    "key has [wrong-value]\n"
                    "a/l.md:4:59: error: the key 'name' is given twice [duplicate-key]\n");
    g_assert_cmpstr(outcome.names, ==, "A");
}

static void test_no_column_names(void)
{
    static const File files[] = { { "a.csv", "Ada,a@b.example,+45 1\n" }, { NULL, NULL } };
    g_auto(Outcome) outcome = read_with("{ source: a.csv }", files, FALSE);

    g_assert_cmpstr(outcome.findings, ==,
                    "a/a.csv:1:1: error: 'Ada' is no key of a signatory; add 'ignore: [Ada]' "
                    "beside 'source' to leave it aside [unknown-field]\n"
                    "a/a.csv:1:5: error: '…' is no key of a signatory; add 'ignore: ['*']' "
                    "beside 'source' to leave it aside [unknown-field]\n"
                    "a/a.csv:1:17: error: '…' is no key of a signatory; add 'ignore: ['*']' "
                    "beside 'source' to leave it aside [unknown-field]\n");
}

static void test_columns(void)
{
    static const File files[] = {
        { "a.csv", "name,name,consent,Role,,x\n" },
        { "b.csv", "role\nx\n" },
        { NULL, NULL },
    };
    g_auto(Outcome) faulty = read_with("{ source: a.csv }", files, FALSE);
    g_auto(Outcome) nameless = read_with("{ source: b.csv }", files, FALSE);

    g_assert_cmpstr(
        faulty.findings, ==,
        "a/a.csv:1:6: error: the key 'name' is given twice [duplicate-key]\n"
        "a/a.csv:1:11: error: 'consent' is no value for 'a column'; write 'consent.date', for its "
        "date [wrong-value]\n"
        "a/a.csv:1:19: error: 'Role' is no key: keys are in small letters; write 'role' "
        "[key-case]\n"
        "a/a.csv:1:24: error: '' is no key of a signatory; add 'ignore: ['']' beside 'source' to "
        "leave it aside [unknown-field]\n"
        "a/a.csv:1:25: error: 'x' is no key of a signatory; add 'ignore: [x]' beside 'source' to "
        "leave it aside [unknown-field]\n");
    g_assert_cmpstr(nameless.findings, ==,
                    "a/b.csv:1:1: error: the key 'name' is missing [missing-key]\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/model/sources/every-kind", test_every_kind);
    g_test_add_func("/model/sources/folder", test_folder);
    g_test_add_func("/model/sources/fields-and-ignore", test_fields_and_ignore);
    g_test_add_func("/model/sources/a-whole-row", test_a_whole_row);
    g_test_add_func("/model/sources/faults-stay-with-their-entry",
                    test_faults_stay_with_their_entry);
    g_test_add_func("/model/sources/what-is-not-skipped", test_what_is_not_skipped);
    g_test_add_func("/model/sources/paths", test_paths);
    g_test_add_func("/model/sources/closed-folder", test_closed_folder);
    g_test_add_func("/model/sources/fields-twice", test_fields_twice);
    g_test_add_func("/model/sources/no-column-names", test_no_column_names);
    g_test_add_func("/model/sources/columns", test_columns);
    return g_test_run();
}
