# letterctl: run `make help` for what can be made here.

VERSION := 0.1.0

# Where things go: BUILD may be any folder, DESTDIR is for packagers.
BUILD ?= build
PREFIX ?= /usr/local
bindir = $(DESTDIR)$(PREFIX)/bin
libdir = $(DESTDIR)$(PREFIX)/lib
includedir = $(DESTDIR)$(PREFIX)/include
mandir = $(DESTDIR)$(PREFIX)/share/man

# Use all processors; a -j on the command line goes before this one.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 2)
endif

# Libraries, by their pkg-config names; .ci/deps knows their packages.
# ICU is loaded by the program when a text needs it: see src/text/icu.h.
LOADED := icu-uc icu-i18n
LINKED := glib-2.0 libcmark yaml-0.1 jansson
PKGS := $(LINKED) $(LOADED)

# pkg-config is asked once, and not for what needs no library.
NO_LIBRARIES := help deps clean format uninstall demo check check-full asan
ifneq ($(filter-out $(NO_LIBRARIES),$(or $(MAKECMDGOALS),all)),)
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(LINKED) 2>/dev/null)
ifeq ($(and $(PKG_CFLAGS),$(PKG_LIBS)),)
MISSING := $(shell for name in $(PKGS); do pkg-config --exists $$name 2>/dev/null || echo $$name; done)
$(error pkg-config does not find $(MISSING); `make deps` installs what is missing)
endif
endif

CFLAGS ?= -O3 -g
WARNINGS := -Wall -Wextra -Wconversion -Wshadow -Wformat -Werror=format-security

# As Debian hardens its packages; the sanitizers bring their own checks.
ifeq ($(findstring -fsanitize,$(CFLAGS)),)
# All is bound at start, so calls need no procedure linkage table.
HARDENING_CFLAGS := -fPIE -fno-plt -fstack-protector-strong \
	$(if $(filter -O1 -O2 -O3 -Os,$(CFLAGS)),-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
HARDENING_LDFLAGS := -pie -Wl,-z,relro -Wl,-z,now
endif

ALL_CFLAGS := -std=gnu11 $(WARNINGS) $(if $(CI),-Werror) $(HARDENING_CFLAGS) $(CPPFLAGS) $(CFLAGS) \
	-Iinclude -Isrc -I$(BUILD)/gen -DLETTER_VERSION='"$(VERSION)"' $(PKG_CFLAGS) -MMD -MP
ALL_LDFLAGS := $(CFLAGS) $(HARDENING_LDFLAGS) $(LDFLAGS)
LIBS := $(PKG_LIBS) -lcsv -ldl -pthread

# Tests may ask ICU themselves.
TEST_LIBS := $(shell pkg-config --libs $(LOADED) 2>/dev/null)

LIB_SOURCES := $(filter-out src/cli/% src/net/%,$(sort $(wildcard src/*/*.c)))
CLI_SOURCES := $(sort $(wildcard src/cli/*.c))
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(BUILD)/%.o)
CLI_OBJECTS := $(CLI_SOURCES:%.c=$(BUILD)/%.o)
UNIT_TESTS := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/unit/*/*_test.c)))
TEST_PROGRAMS := $(patsubst %.c,$(BUILD)/%,$(sort $(filter-out tests/cli/% tests/bench/% tests/fuzz/% tests/labels/%,$(wildcard tests/*/*.c))))
FUZZERS := $(sort $(wildcard tests/fuzz/*_fuzz.c))
PAGES := $(sort $(wildcard src/cli/*.[1-9]))
LABELS := $(sort $(wildcard templates/labels/*.yaml))
BUILTIN := $(sort $(shell find templates -type f ! -name '.*' ! -name '*~' 2>/dev/null)) $(PAGES)

# `make V=1` prints the commands, else a word and a file.
ifeq ($(V),)
say = @printf '  %-6s %s\n' $1 $2;
else
say =
endif

# What installs libraries has to read this file again to find them.
AGAIN = $(MAKE) --no-print-directory $(if $(V),,-s)

##: Building

## build the program and the library (the default)
all: $(BUILD)/letterctl $(BUILD)/libletter.a

## install the libraries that are missing
deps:
	@sh .ci/deps build $(PKGS)

## from nothing to every letter in every format, in $(BUILD)/demo
demo: deps
	+@$(AGAIN) all
	@mkdir -p $(BUILD)/demo
	@for letter in letters/*.md; do \
		formats=html,text,email,json; \
		if grep -q '^status: *draft' $$letter; then formats=html,text,json; fi; \
		$(BUILD)/letterctl render -t $$formats -o $(BUILD)/demo/ $$letter || exit; done
	@ls $(BUILD)/demo/*

## remove all that was built
clean:
	rm -rf $(BUILD)

.PHONY: all deps demo clean

$(BUILD)/letterctl: $(CLI_OBJECTS) $(BUILD)/libletter.a
	$(call say,LINK,$@) $(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/libletter.a: $(LIB_OBJECTS) $(BUILD)/gen/objects
	$(call say,AR,$@) rm -f $@; ar rcs $@ $(LIB_OBJECTS)

$(BUILD)/%.o: %.c $(BUILD)/gen/flags
	@mkdir -p $(@D)
	$(call say,CC,$<) $(CC) $(ALL_CFLAGS) -c -o $@ $<

# The program without its main(), for unit tests.
$(BUILD)/cli.a: $(filter-out %/main.o,$(CLI_OBJECTS))
	$(call say,AR,$@) rm -f $@; ar rcs $@ $^

$(BUILD)/tests/unit/cli/%_test: CLI = $(BUILD)/cli.a
$(filter $(BUILD)/tests/unit/cli/%,$(UNIT_TESTS)): $(BUILD)/cli.a

# GLib's test macros convert signs in the test's own lines.
$(BUILD)/tests/%: tests/%.c $(BUILD)/libletter.a
	@mkdir -p $(@D)
	$(call say,CC,$<) $(CC) $(ALL_CFLAGS) -Wno-conversion -Wno-sign-conversion $(ALL_LDFLAGS) \
		-o $@ $< $(CLI) $(ENGINE) $(BUILD)/libletter.a $(LIBS) $(TEST_LIBS)

$(BUILD)/tests/fuzz/%: ENGINE = -fsanitize=fuzzer

$(BUILD)/src/template/builtin.o: $(BUILD)/gen/builtin_files.inc

$(BUILD)/src/template/style.o: $(BUILD)/gen/builtin_style.inc

$(BUILD)/gen/builtin_style.inc: src/template/embed_style.sh templates/style.yaml $(BUILD)/gen/flags
	$(call say,EMBED,$@) sh src/template/embed_style.sh templates/style.yaml >$@.new && mv $@.new $@

$(BUILD)/src/template/labels_builtin.o: $(BUILD)/gen/builtin_labels.inc

$(BUILD)/gen/builtin_labels.inc: src/template/embed_labels.sh $(LABELS) $(BUILD)/gen/builtin
	$(call say,EMBED,$@) sh src/template/embed_labels.sh $(LABELS) >$@.new && mv $@.new $@

$(BUILD)/gen/builtin_files.inc: src/template/embed.sh $(BUILTIN) $(BUILD)/gen/builtin
	$(call say,EMBED,$@) sh src/template/embed.sh $(BUILTIN) >$@.new && mv $@.new $@

# What is built depends on these lists, not only on the files in them: a file
# that is gone and a flag that changed count too.
$(BUILD)/gen/objects: LIST = $(LIB_OBJECTS)
$(BUILD)/gen/builtin: LIST = $(BUILTIN)
$(BUILD)/gen/flags: LIST = $(CC) $(filter-out -Werror,$(ALL_CFLAGS)) $(ALL_LDFLAGS) $(LIBS)
$(addprefix $(BUILD)/gen/,objects builtin flags): FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$(LIST))' | cmp -s - $@ || printf '%s\n' '$(subst ','\'',$(LIST))' >$@
FORCE:

##: Installing

## install below $(PREFIX), within $(DESTDIR)
install: all
	install -d $(bindir) $(libdir)/pkgconfig $(includedir)/letter
	install -m 755 $(BUILD)/letterctl $(bindir)/letterctl
	install -m 644 $(BUILD)/libletter.a $(libdir)/libletter.a
	install -m 644 include/letter/*.h $(includedir)/letter
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' -e 's|@REQUIRES@|$(LINKED)|' \
		src/libletter.pc.in >$(libdir)/pkgconfig/libletter.pc
	$(foreach page,$(PAGES),install -D -m 644 $(page) $(mandir)/$(call page_path,$(page))${\n})

## remove what install put there
uninstall:
	rm -f $(bindir)/letterctl $(libdir)/libletter.a $(libdir)/pkgconfig/libletter.pc
	rm -f $(addprefix $(mandir)/,$(foreach page,$(PAGES),$(call page_path,$(page))))
	rm -rf $(includedir)/letter

.PHONY: install uninstall

# src/cli/letter.5 goes to man5/letter.5
page_path = man$(subst .,,$(suffix $1))/$(notdir $1)
define \n


endef

##: Testing

## the core tests, plain and sanitized; ONLY="PATTERN..." picks some
check:
	@sh .ci/deps check $(PKGS) || :
	+@$(AGAIN) all test-programs
	+@$(AGAIN) $(ASAN) all test-programs
	@BUILD=$(BUILD) tests/run.py core $(ONLY)

## what needs a browser, Java, Node or clang, and is not in check
check-full:
	@BUILD=$(BUILD) sh .ci/deps full $(PKGS) || :
	+@$(AGAIN) all
	@BUILD=$(BUILD) tests/run.py full $(ONLY)

## the sanitizer build and its tests alone
asan:
	+@$(AGAIN) $(ASAN) all test-programs
	@BUILD=$(BUILD) tests/run.py core ^asan/

## the rules for the source itself: rooms, form, manual
lint: all
	@BUILD=$(BUILD) tests/run.py core ^lint/

## what rendering costs, against cmark and pandoc where they are; LETTER=FILE
bench: all
	@BUILD=$(BUILD) python3 tests/bench/bench.py $(LETTER)

## build and run the unit tests alone
unit: test-programs
	@BUILD=$(BUILD) tests/run.py core ^unit/

## feed what reads letters with random ones, SECONDS (60) each; needs clang
fuzz:
	+@$(AGAIN) CC=clang BUILD=$(BUILD)/fuzz fuzzers \
		CFLAGS='-O1 -g -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all'
	@for name in $(FUZZERS:tests/fuzz/%.c=%); do \
		mkdir -p $(BUILD)/fuzz/$$name; \
		$(BUILD)/fuzz/tests/fuzz/$$name -max_len=4096 -timeout=10 -max_total_time=$(or $(SECONDS),60) \
			-artifact_prefix=$(BUILD)/fuzz/$$name- $(BUILD)/fuzz/$$name letters tests/rules || exit; \
	done

fuzzers: $(FUZZERS:%.c=$(BUILD)/%)

## write anew what tests/golden and tests/rules expect; ONLY="CASE..."
golden-update: all
	@for kind in golden rules; do \
		UPDATE=1 LETTERCTL=$(BUILD)/letterctl python3 tests/cases.py $$kind $(ONLY); done

## lay out all C files by .clang-format
format:
	clang-format -i include/*/*.h src/*/*.[ch] tests/*/*.c tests/unit/*/*.c

test-programs: $(UNIT_TESTS) $(TEST_PROGRAMS)

ASAN = BUILD=$(BUILD)/asan LDFLAGS= \
	CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all'

.PHONY: check check-full asan lint bench unit fuzz fuzzers golden-update format test-programs

## print this
help:
	@awk '/^##: / { printf "\n%s\n", substr($$0, 5) } \
		/^## / { text = substr($$0, 4) } \
		/^[a-z-]+:/ && text { sub(/:.*/, ""); printf "  make %-14s %s\n", $$0, text; text = "" }' Makefile

.PHONY: help

-include $(LIB_OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(UNIT_TESTS:=.d) $(TEST_PROGRAMS:=.d)
