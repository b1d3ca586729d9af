/*
 * links.c - links and pictures: which may stay, and what is told of them.
 */
#include "body/reading.h"

#include "body/markdown.h"
#include "body/target.h"

/* Puts the content of a node in its place. */
static void unwrap(cmark_node *node)
{
    cmark_node *child;

    while ((child = cmark_node_first_child(node)) != NULL)
        cmark_node_insert_before(node, child);
    cmark_node_unlink(node);
}

/* An address may hold bytes that an entity brought in: shown as a detail. */
static void refuse(LetterReading *reading, cmark_node *node, LetterTargetKind kind, LetterSpan span)
{
    g_autofree char *name = letter_target_name(cmark_node_get_url(node));

    letter_reading_report(reading,
                          kind == LETTER_TARGET_CREDENTIALS ? LETTER_RULE_URL_CREDENTIALS
                                                            : LETTER_RULE_URL_SCHEME,
                          span, name);
    unwrap(node);
}

static gboolean is_refused(LetterTargetKind kind)
{
    return kind == LETTER_TARGET_REFUSED || kind == LETTER_TARGET_CREDENTIALS;
}

static void add_link(LetterReading *reading, cmark_node *node, LetterSpan span)
{
    LetterBodyLink link = { cmark_node_get_url(node), span };

    g_array_append_val(reading->links, link);
}

void letter_reading_check_link(LetterReading *reading, const LetterInline *place)
{
    LetterTargetKind kind = letter_target_kind(cmark_node_get_url(place->node));
    LetterSpan span = letter_reading_inline_span(reading, place->start, place->end);

    if (is_refused(kind))
        refuse(reading, place->node, kind, span);
    else
        add_link(reading, place->node, span);
}

/* A picture of another host becomes a link that says what it shows. */
static void make_link(LetterReading *reading, const LetterInline *place, LetterSpan span)
{
    cmark_node *picture = place->node;
    const char *address = cmark_node_get_url(picture);
    cmark_node *link, *child;

    letter_reading_report(reading, LETTER_RULE_PICTURE_REMOTE, span, NULL);
    if (cmark_node_first_child(picture) == NULL) {
        child = letter_markdown_new_node(CMARK_NODE_TEXT);
        cmark_node_set_literal(child, address);
        cmark_node_append_child(picture, child);
    }
    if (place->links > 0) {
        unwrap(picture);
        return;
    }
    link = letter_markdown_new_node(CMARK_NODE_LINK);
    cmark_node_set_url(link, address);
    cmark_node_insert_before(picture, link);
    while ((child = cmark_node_first_child(picture)) != NULL)
        cmark_node_append_child(link, child);
    cmark_node_unlink(picture);
    add_link(reading, link, span);
}

static void check_file(LetterReading *reading, cmark_node *node, LetterSpan span)
{
    LetterBodyPicture picture = { cmark_node_get_url(node), span };

    if (letter_target_leaves_folder(picture.src)) {
        letter_reading_report(reading, LETTER_RULE_PATH_OUTSIDE, span, picture.src);
        unwrap(node);
    } else {
        g_array_append_val(reading->pictures, picture);
    }
}

void letter_reading_check_picture(LetterReading *reading, const LetterInline *place)
{
    LetterTargetKind kind = letter_target_kind(cmark_node_get_url(place->node));
    LetterSpan span = letter_reading_inline_span(reading, place->start, place->end);

    switch (kind) {
    case LETTER_TARGET_HTTPS:
        if (!reading->options->remote_images)
            make_link(reading, place, span);
        break;
    case LETTER_TARGET_HTTP:
        make_link(reading, place, span);
        break;
    case LETTER_TARGET_PATH:
    case LETTER_TARGET_FRAGMENT:
        check_file(reading, place->node, span);
        break;
    default:
        refuse(reading, place->node, kind, span);
    }
}
