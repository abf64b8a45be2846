/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this folder share about a book. */
#pragma once

#include "book/act.h"
#include "book/book.h"
#include "book/lock.h"

struct _SheafBook
{
  SheafStore *store;
  SheafLock  *lock; /* NULL when reading */
  char       *user;
  char       *name;
  SheafDate   today;
  SheafDate   first_day;
  gint64      now;
  gint64      version; /* of the store when it was last looked at */
  gint64      act_id;  /* of the act under way; 0 when there is none */
  guint       act_depth;
  GArray     *at_end;   /* of SheafActStep, for the act under way */
  GPtrArray  *warnings; /* texts, for when the act under way is sealed */
  GHashTable *attached; /* key to Attached */
  GPtrArray  *retired;  /* of Attached: forgotten, but somebody may still read it */
  gboolean    is_union;
  gboolean    separates;

  SheafBookTell tell; /* NULL: nobody listens */
  gpointer      tell_data;
};

/* Leaves the innermost act: what came into memory in it is forgotten unless the act was kept. */
void sheaf_book_end_act (SheafBook *book,
                         gboolean   kept);
