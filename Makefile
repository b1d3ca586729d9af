# letterctl - see `make help`

BUILD ?= build
PREFIX ?= /usr/local
VERSION := 0.1.0

PKGS := glib-2.0 libcmark yaml-0.1 icu-uc icu-i18n jansson
CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wconversion -Wshadow
ALL_CFLAGS = -std=gnu11 $(WARNINGS) $(if $(CI),-Werror) $(CFLAGS) -Iinclude -Isrc -I$(BUILD)/gen \
	-DLETTER_VERSION='"$(VERSION)"' $(shell pkg-config --cflags $(PKGS)) -MMD -MP
LIBS = $(shell pkg-config --libs $(PKGS)) -pthread

LIB_SOURCES := $(filter-out src/cli/% src/net/%,$(wildcard src/*/*.c))
CLI_SOURCES := $(wildcard src/cli/*.c)
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(BUILD)/%.o)
CLI_OBJECTS := $(CLI_SOURCES:%.c=$(BUILD)/%.o)
UNIT_SOURCES := $(wildcard tests/unit/*/*_test.c)
UNIT_TESTS := $(UNIT_SOURCES:%.c=$(BUILD)/%)

all: $(BUILD)/letterctl

$(BUILD)/letterctl: $(CLI_OBJECTS) $(BUILD)/libletter.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/libletter.a: $(LIB_OBJECTS)
	rm -f $@; ar rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/tests/unit/%_test: tests/unit/%_test.c $(BUILD)/libletter.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(BUILD)/libletter.a $(LIBS)

unit: $(UNIT_TESTS)
	@set -e; for t in $(UNIT_TESTS); do echo "# $$t"; $$t; done

clean:
	rm -rf $(BUILD)

.PHONY: all unit clean
-include $(LIB_OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(UNIT_TESTS:=.d)
