/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items (khoản theo dõi): contracts, invoices, advances, bank accounts, taxes, fund sources. */
#pragma once

#include "base/date.h"
#include "book/book.h"

typedef struct
{
  gint64    id;
  char     *code;
  char     *name;
  char     *kind;     /* one of sheaf_item_kinds () */
  gint64    party_id; /* whose it is: rows that name the item name nobody else; 0: anybody's */
  SheafDate due;      /* of rows that say no other day; SHEAF_DATE_NONE: none */
  char     *document; /* NULL or "": none */
  SheafDate closed;   /* the last day on which it takes rows; SHEAF_DATE_NONE: open */
  gint64    rate;     /* a year, millionths: interest, or depreciation of an asset; -1: none */
  SheafDate since;    /* the day of the contract, or on which an asset came into use */
  SheafDate frozen;   /* since when the debt is frozen (khoanh nợ) */
  char     *place;    /* who keeps it, where it stands; NULL or "": nothing said */
  gboolean  plain;    /* nothing was said of it yet: a row named its code, no more */
} SheafItem;

/* An empty record: no days, of kind "other". */
SheafItem *sheaf_item_new (void);
void       sheaf_item_free (SheafItem *item);

/* The words of kinds as they are stored ("contract", "invoice", …, "other"); NULL-terminated. Their
 * names for people are translated. */
const char *const *sheaf_item_kinds (void);
const char        *sheaf_item_kind_title (const char *kind);

/* A text that differs whenever an item was added or changed since. Free with g_free. */
char *sheaf_item_state (SheafBook *book,
                        GError   **error);

/* The id of an item code, made when it is new. */
gboolean sheaf_item_ensure (SheafBook  *book,
                            const char *code,
                            gint64     *ret_id,
                            GError    **error);

/* The id of a code; 0 when there is none. */
gint64 sheaf_item_find (SheafBook  *book,
                        const char *code);

/* The code of an item; NULL for 0. Free with g_free. */
char *sheaf_item_code (SheafBook *book,
                       gint64     id);

SheafItem *sheaf_item_load (SheafBook *book,
                            gint64     id,
                            GError   **error);

/* As _load, kept with the book: for rows after rows. Holds until an item is changed. */
const SheafItem *sheaf_item_get (SheafBook *book,
                                 gint64     id,
                                 GError   **error);

/* A new item with its facts. Refused when the code is taken or no code, without a name, and for an
 * unknown kind. ret_id may be NULL. */
gboolean sheaf_item_insert (SheafBook       *book,
                            const SheafItem *item,
                            gint64          *ret_id,
                            GError         **error);

/* Other facts for the item with that id; its code stays. Refused as above, and where rows that are
 * there would go against them: rows with another party, rows after the day of closing. Nothing is
 * written where nothing differs. */
gboolean sheaf_item_change (SheafBook       *book,
                            const SheafItem *item,
                            GError         **error);

/* From the day after this one on the item takes no new rows; SHEAF_DATE_NONE opens it again.
 * Refused where there are later rows. */
gboolean sheaf_item_close (SheafBook *book,
                           gint64     id,
                           SheafDate  last_day,
                           GError   **error);

/* As sheaf_party_former_list and sheaf_party_add_former: what was said of items before. Refused
 * with SHEAF_LEDGER_ERROR_ITEM, for an item of which nothing is said now too. */
GPtrArray *sheaf_item_former_list (SheafBook *book,
                                   GError   **error);
gboolean   sheaf_item_add_former (SheafBook       *book,
                                  const SheafItem *former,
                                  GError         **error);

gboolean sheaf_item_same_facts (const SheafItem *one,
                                const SheafItem *other);

typedef struct
{
  const char *text;      /* in code or name, accents ignored; NULL: any */
  const char *kind;      /* NULL: any */
  gint64      party_id;  /* whose; merged parties count as one; 0: any */
  gboolean    open_only; /* those not closed */
  guint       limit;     /* 0: all */
} SheafItemFilter;

/* In code order, of SheafItem; filter may be NULL. */
GPtrArray *sheaf_item_list (SheafBook             *book,
                            const SheafItemFilter *filter,
                            GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafItem, sheaf_item_free)
