/*
 * icu.c - ICU, loaded when a text first needs it.
 */
#include "text/icu.h"

#include <dlfcn.h>
#include <string.h>

#include <glib.h>

#define LIBRARY(name) "lib" name ".so." G_STRINGIFY(U_ICU_VERSION_MAJOR_NUM)

typedef enum Library {
    LIBRARY_UC,
    LIBRARY_I18N,
    LIBRARY_COUNT,
} Library;

static const char *const libraries[LIBRARY_COUNT] = { LIBRARY("icuuc"), LIBRARY("icui18n") };

static const struct {
    Library library;
    const char *name; /* with its version, as the library exports it */
    gsize offset;     /* within LetterIcu */
} functions[] = {
#define ICU(library, function)                                                                     \
    { LIBRARY_##library, G_STRINGIFY(function), G_STRUCT_OFFSET(LetterIcu, function) },
#include "text/icu.def"
#undef ICU
};

static gpointer load(gpointer unused)
{
    LetterIcu *icu = g_new0(LetterIcu, 1);
    void *handles[LIBRARY_COUNT];

    (void)unused;
    for (guint i = 0; i < LIBRARY_COUNT; i++) {
        handles[i] = dlopen(libraries[i], RTLD_LAZY | RTLD_LOCAL);
        if (handles[i] == NULL)
            g_error("ICU cannot be loaded: %s", dlerror());
    }
    for (guint i = 0; i < G_N_ELEMENTS(functions); i++) {
        void *function = dlsym(handles[functions[i].library], functions[i].name);

        if (function == NULL)
            g_error("ICU cannot be loaded: %s", dlerror());
        memcpy((char *)icu + functions[i].offset, &function, sizeof function);
    }
    return icu;
}

const LetterIcu *letter_icu(void)
{
    static GOnce once = G_ONCE_INIT;

    return g_once(&once, load, NULL);
}
