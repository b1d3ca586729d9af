/*
 * view.h - a letter as templates see it: named, typed values.
 *
 * The names are letterctl-templates(5), "Names".  Nothing is computed before
 * a template asks for it; a view serves one rendering of one template.
 */
#ifndef LETTER_TEMPLATE_VIEW_H
#define LETTER_TEMPLATE_VIEW_H

#include "body/body_html.h"
#include "body/body_text.h"
#include "body/document.h"
#include "model/letter.h"
#include "template/datum.h"
#include "template/labels.h"
#include "template/style.h"

typedef struct LetterView LetterView;

/* All is borrowed. */
typedef struct LetterViewSettings {
    const Letter *letter;
    const LetterDocument *document;
    const LetterLabels *labels;
    gint64 now;          /* decides embargo and deadline, never shown */
    gboolean is_message; /* `email_limit` holds in place of `limit` */

    /* HTML; where the dialect has styles they go on the elements. */
    const LetterHtmlDialect *dialect; /* NULL: plain text */
    const LetterStyle *style;
    GBytes *page_css;
    guint title_level; /* of the highest heading, 1 to 6 */

    /* Plain text */
    const LetterLayout *layout;
    LetterReferences *references; /* filled as texts are written */
} LetterViewSettings;

LetterView *letter_view_new(const LetterViewSettings *settings);
void letter_view_free(LetterView *view);

/* The mapping to render a template with; valid while the view is. */
const LetterDatum *letter_view_datum(const LetterView *view);

/* Every class and field that templates may name. */
const LetterSchema *letter_view_schema(void);

/* What a description of the letter is: `summary`, else the first paragraph,
   cut at a word near 200 characters; NULL where there is neither. */
char *letter_view_summary(const Letter *letter, const LetterDocument *document);

/* Whether the letter is under embargo at @now. */
gboolean letter_view_is_embargoed(const Letter *letter, gint64 now);

/* Whether the day or the moment is over at @now. */
gboolean letter_view_is_over(const LetterDate *date, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterView, letter_view_free)

#endif
