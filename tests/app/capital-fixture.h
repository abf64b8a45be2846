/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members' capital in a window: typed, entered, asked about, refused; and what the book says
 * then. */
#pragma once

#include "book-fixture.h"
#include "capital/balance.h"
#include "capital/event.h"

/* The places of the kinds in the dialog's list. */
enum
{
  COMMIT,
  PAY,
  IN_KIND,
  TRANSFER,
  REFUND,
  CAPITALISE,
  REDUCE,
};

SheafBook          *capital_fixture_open_book (BookFixture *fixture);
SheafCapitalBalance capital_fixture_balance (BookFixture *fixture, const char *code);
guint               capital_fixture_count (BookFixture *fixture);

/* The member's event that was entered last. */
SheafCapitalEvent *capital_fixture_latest (SheafBook *book, const char *code);

/* The page with its events, and the list of them. */
GtkWidget  *capital_fixture_go (BookFixture *fixture);
GListModel *capital_fixture_events (GtkWidget *page);

/* A part of the dialog's form. */
gpointer capital_fixture_part (GtkWidget *dialog, const char *name);
void     capital_fixture_type (GtkWidget *dialog, const char *part, const char *text);

/* The dialog with kind (a place as above), member, day and amount typed. */
GtkWidget *capital_fixture_begin (
    BookFixture *fixture, guint kind, const char *member, const char *day, const char *amount);

/* Enters it, which must go through. */
void capital_fixture_enter (BookFixture *fixture, GtkWidget *dialog);

/* Saving asks with this text; no leaves all as it was, yes goes on. */
void capital_fixture_expect_question (BookFixture *fixture, GtkWidget *dialog, const char *text);

/* Saving is refused with this text, told at the field. */
void capital_fixture_expect_refusal (BookFixture *fixture,
                                     GtkWidget   *dialog,
                                     const char  *text,
                                     const char  *field);
