# make            build ./filo
# make run        install what it needs, build, start it
# make check      install what the tests need, build, run every test
# make help       the other targets

PREFIX ?= /usr/local
DESTDIR ?=
CC ?= gcc
CFLAGS ?= -O2 -g
VERSION := 0.1.0
B := build

PKGS := ncursesw sqlite3 libutf8proc
PKGS_TEST := cmocka vterm
DEBS := libncurses-dev libsqlite3-dev libutf8proc-dev libcsv-dev libyajl-dev pkg-config gettext
DEBS_TEST := libcmocka-dev libvterm-dev

STRICT := -std=c17 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion \
	-Wstrict-prototypes -Wmissing-prototypes
DEFS := -DFILO_VERSION='"$(VERSION)"' -DFILO_LOCALEDIR='"$(PREFIX)/share/locale"' \
	-DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK
PKG_CFLAGS = $(shell pkg-config --cflags $(PKGS) yajl 2>/dev/null)
PKG_LIBS = $(shell pkg-config --libs $(PKGS) yajl 2>/dev/null) -lcsv
ALL_CFLAGS = $(STRICT) $(WERROR) $(DEFS) -Iinclude $(PKG_CFLAGS) $(CFLAGS) $(SANITIZE)
ALL_LDFLAGS = -Wl,--as-needed $(LDFLAGS) $(SANITIZE)
LIBS = $(PKG_LIBS) -lm

SRC := $(sort $(wildcard src/*/*.c))
LIB_OBJ := $(SRC:src/%.c=$B/obj/%.o)
UNIT_SRC := $(sort $(wildcard tests/unit/*/*.c))
UNIT_BIN := $(UNIT_SRC:tests/unit/%.c=$B/unit/%)
MO := $(patsubst po/%.po,$B/locale/%/LC_MESSAGES/filo.mo,$(wildcard po/*.po))

.PHONY: all run check deps deps-test unit clean help install uninstall
.DELETE_ON_ERROR:
.SECONDARY:

all: filo $(MO)

filo: $B/obj/main.o $B/libfilo.a
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$B/libfilo.a: $(LIB_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

$B/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$B/unit/%: tests/unit/%.c $B/libfilo.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Wno-missing-prototypes -MMD -MP -MF $@.d $(ALL_LDFLAGS) -o $@ $< $B/libfilo.a $(LIBS) -lcmocka

$B/locale/%/LC_MESSAGES/filo.mo: po/%.po
	@mkdir -p $(@D)
	msgfmt -c -o $@ $<

unit: $(UNIT_BIN)
	@for t in $(UNIT_BIN); do $$t || exit 1; done

clean:
	rm -rf $B filo

-include $(LIB_OBJ:.o=.d) $B/obj/main.d $(UNIT_BIN:=.d)
