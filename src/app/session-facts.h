/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the frame and the pickers know of a book, read in one job. */
#pragma once

#include "app/choices.h"
#include "base/date.h"

/* What the frame shows of a book. */
typedef struct
{
  char         *name;
  int           first_year;
  int           last_year;
  int           shown_year;  /* the one to begin with */
  int           closed_year; /* the last one that is closed; 0: none */
  SheafDate     locked_until;
  SheafChoices *accounts;
  SheafChoices *parties;
  SheafChoices *items;
  char         *party_state; /* what the lists are of: they are read again when it differs */
  char         *item_state;
} SheafSessionFacts;

/* The lists that were shown so far; they serve on while nothing in them changed. */
typedef struct
{
  SheafChoices *parties;
  SheafChoices *items;
  char         *party_state;
  char         *item_state;
} SheafSessionHeld;

void sheaf_session_facts_free (SheafSessionFacts *facts);
void sheaf_session_held_free (SheafSessionHeld *held);

/* Runs on the reading thread; data is the lists held so far, or NULL. */
gpointer sheaf_session_facts_job (gpointer connection,
                                  gpointer data,
                                  GError **error);
