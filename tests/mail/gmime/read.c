/*
 * read.c - reads messages with GMime: sizes and messages on standard input as
 * driver.c writes them, one line of JSON each on the output.
 */
#include <gmime/gmime.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static json_t *text_of(const char *text)
{
    return json_string(text != NULL ? text : "");
}

static void add_people(json_t *people, InternetAddressList *list)
{
    for (int i = 0; i < internet_address_list_length(list); i++) {
        InternetAddress *address = internet_address_list_get_address(list, i);
        const char *mailbox = INTERNET_ADDRESS_IS_MAILBOX(address)
                                  ? internet_address_mailbox_get_idn_addr((void *)address)
                                  : NULL;

        json_array_append_new(people,
                              json_pack("[o, o]", text_of(address->name), text_of(mailbox)));
    }
}

static GByteArray *content_of(GMimePart *part)
{
    GMimeStream *stream = g_mime_stream_mem_new();
    GByteArray *bytes = g_byte_array_new();

    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    g_mime_stream_mem_set_byte_array(GMIME_STREAM_MEM(stream), bytes);
    g_mime_data_wrapper_write_to_stream(g_mime_part_get_content(part), stream);
    g_object_unref(stream);
    return bytes;
}

static void add_part(GMimeObject *parent G_GNUC_UNUSED, GMimeObject *object, gpointer data)
{
    json_t *read = data;
    GByteArray *bytes;

    if (!GMIME_IS_PART(object))
        return;
    bytes = content_of(GMIME_PART(object));
    if (GMIME_IS_TEXT_PART(object) && g_mime_part_get_filename(GMIME_PART(object)) == NULL) {
        const char *name =
            g_mime_content_type_is_type(g_mime_object_get_content_type(object), "text", "html")
                ? "html"
                : "text";

        json_object_set_new(read, name, json_stringn((char *)bytes->data, bytes->len));
    } else {
        char *base64 = g_base64_encode(bytes->data, bytes->len);
        const char *name = g_mime_part_get_filename(GMIME_PART(object));
        const char *id = g_mime_object_get_content_id(object);
        const char *disposition = g_mime_object_get_disposition(object);

        json_array_append_new(json_object_get(read, "parts"),
                              json_pack("{s:s?, s:s, s:s?, s:b}", "name", name, "bytes", base64,
                                        "id", id, "inline", g_strcmp0(disposition, "inline") == 0));
        g_free(base64);
    }
    g_byte_array_unref(bytes);
}

static void read_message(const char *data, size_t size)
{
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(data, size);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    json_t *read = json_pack("{s:o, s:[], s:s, s:s, s:[]}", "subject",
                             text_of(g_mime_message_get_subject(message)), "people", "text", "",
                             "html", "", "parts");
    json_t *people = json_object_get(read, "people");

    add_people(people, g_mime_message_get_from(message));
    add_people(people, g_mime_message_get_to(message));
    add_people(people, g_mime_message_get_cc(message));
    g_mime_message_foreach(message, add_part, read);
    json_dumpf(read, stdout, JSON_COMPACT | JSON_SORT_KEYS);
    putchar('\n');
    json_decref(read);
    g_object_unref(message);
    g_object_unref(parser);
    g_object_unref(stream);
}

int main(void)
{
    char line[32];

    g_mime_init();
    while (fgets(line, sizeof(line), stdin) != NULL) {
        long size = strtol(line, NULL, 10);
        char *data;

        if (size <= 0)
            continue;
        data = g_malloc((gsize)size);
        if (fread(data, 1, (size_t)size, stdin) != (size_t)size)
            return 1;
        read_message(data, (size_t)size);
        g_free(data);
    }
    return 0;
}
