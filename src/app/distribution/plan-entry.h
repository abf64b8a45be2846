/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value of a plan as people write it: percent, money, one of some words, a text. */
#pragma once

#include <gtk/gtk.h>

typedef enum
{
  SHEAF_PLAN_ENTRY_RATE,   /* in percent */
  SHEAF_PLAN_ENTRY_AMOUNT, /* money, or a whole number; empty is 0 */
  SHEAF_PLAN_ENTRY_WORD,   /* one of the words */
  SHEAF_PLAN_ENTRY_TEXT,
} SheafPlanEntryKind;

typedef struct
{
  const char *word;  /* as the plan holds it */
  const char *title; /* as people read it; translated */
} SheafPlanWord;

typedef struct
{
  SheafPlanEntryKind   kind;
  const char          *label; /* what a screen reader calls it */
  const char          *group;
  const char          *key;
  const char          *fallback; /* what holds where the plan says nothing; NULL: nothing does */
  const SheafPlanWord *words;
  guint                n_words;
} SheafPlanEntrySpec;

/* Copies what it needs of the spec. */
GtkWidget *sheaf_plan_entry_new (const SheafPlanEntrySpec *spec);

/* Calls changed with data after each change by the person or by _show. */
void sheaf_plan_entry_connect (GtkWidget *entry,
                               GCallback  changed,
                               gpointer   data);

/* Shows what the plan's file holds. */
void sheaf_plan_entry_show (GtkWidget *entry,
                            GKeyFile  *file);

/* Puts what is typed into the file: what holds anyway is not written, an empty one that has no
 * fallback is taken out. FALSE, and the entry is marked, where it cannot be read. */
gboolean sheaf_plan_entry_read (GtkWidget *entry,
                                GKeyFile  *file);

void        sheaf_plan_entry_set_editable (GtkWidget *entry,
                                           gboolean   editable);
const char *sheaf_plan_entry_get_group (GtkWidget *entry);
const char *sheaf_plan_entry_get_key (GtkWidget *entry);
