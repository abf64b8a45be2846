/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a picker offers: codes with names, searched by code and by folded name. */
#pragma once

#include <glib.h>

typedef struct
{
  gint64   id;
  char    *code;
  char    *name;
  char    *folded;  /* code and name as search compares them */
  gboolean retired; /* not offered */
  guint    traits;  /* what else is known: of accounts, app/ledger/account-traits.h */
} SheafChoice;

/* Choices in order of code; shared between threads and pickers, never changed once filled. */
typedef struct _SheafChoices SheafChoices;

SheafChoices *sheaf_choices_new (void);
SheafChoices *sheaf_choices_ref (SheafChoices *choices);
void          sheaf_choices_unref (SheafChoices *choices);

/* While filling only. */
void sheaf_choices_add (SheafChoices *choices,
                        gint64        id,
                        const char   *code,
                        const char   *name);

/* While filling only: of the choice added last. */
void sheaf_choices_set_traits (SheafChoices *choices,
                               guint         traits);

/* While filling only: the choice added last is found by code and id, as old entries name it, but
 * offered no more. */
void sheaf_choices_retire (SheafChoices *choices);

guint              sheaf_choices_count (const SheafChoices *choices);
const SheafChoice *sheaf_choices_get (const SheafChoices *choices,
                                      guint               index);

/* The choice with this code, in any case of letters; NULL when there is none. */
const SheafChoice *sheaf_choices_find_code (const SheafChoices *choices,
                                            const char         *code);
const SheafChoice *sheaf_choices_find_id (const SheafChoices *choices,
                                          gint64              id);

/* Up to max choices for what was typed: codes that begin with it first, then names with all its
 * words. Owned by choices. */
GPtrArray *sheaf_choices_search (const SheafChoices *choices,
                                 const char         *typed,
                                 guint               max);

/* While filling only: what is kept elsewhere under codes that begin so is kept here under these
 * codes (beginnings of choices' codes); and what people should know of a code that they may know
 * with another meaning. */
void sheaf_choices_add_elsewhere (SheafChoices *choices,
                                  const char   *beginning,
                                  char        **codes);
void sheaf_choices_add_note (SheafChoices *choices,
                             const char   *code,
                             const char   *text);

/* For a code typed that is no choice; NULL when nothing is known of it. */
const char *const *sheaf_choices_find_elsewhere (const SheafChoices *choices,
                                                 const char         *typed);

/* The note on exactly this code; NULL when there is none. */
const char *sheaf_choices_find_note (const SheafChoices *choices,
                                     const char         *typed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafChoices, sheaf_choices_unref)
