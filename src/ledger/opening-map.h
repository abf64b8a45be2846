/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying the closing balances of a book over to a new one by another chart of accounts. What the
 * data (data/charts/OLD-to-NEW.csv) leave to a human is asked, never guessed. */
#pragma once

#include "base/problem.h"
#include "ledger/chart.h"
#include "ledger/voucher.h"

/* A part of a balance and the account of the new chart it goes to. */
typedef struct
{
  char      *account;
  SheafMoney amount; /* above 0, on the balance's side; 0: what the other parts leave */
  guint      line;   /* of the decisions file; 0: none */
} SheafMapPart;

/* One balance of the old book on its last day, by account, party and item. */
typedef struct
{
  char      *account;
  char      *account_name; /* in the language asked for */
  char      *party;        /* code; "" where it names none */
  char      *party_name;
  char      *item;     /* likewise */
  SheafMoney amount;   /* debit positive */
  char      *currency; /* NULL: the book's own */
  gint64     foreign;  /* in the currency's smallest unit, on the balance's side */
  char     **targets;  /* accounts of the new chart that it may go to */
  char      *question; /* NULL: the data decide, and targets has one account */
  char      *new_item; /* the item that it gets where it names nothing; may be NULL */
  GArray    *parts;    /* of SheafMapPart: the answers; of a decided one its target */
} SheafMapBalance;

/* A detail account of the old book that the new one needs. */
typedef struct
{
  char      *code;
  char      *parent;
  char      *name;
  SheafNeeds needs;
} SheafMapDetail;

typedef struct
{
  char      *from; /* the charts */
  char      *to;
  int        year;     /* the last one of the old book; the new book begins with the next */
  GPtrArray *details;  /* of SheafMapDetail, parents first */
  GPtrArray *balances; /* of SheafMapBalance, in the order of the accounts */
  SheafBook *target;   /* an empty book by the new chart, in memory, with the details */
} SheafOpeningMap;

/* Reads the balances at the end of a year (0: the last one that is closed; nothing may be entered
 * after it) and the data's answers. Refused when the year is open, when the charts are the same,
 * when there is no map between them, and when a balance has nowhere to go. */
SheafOpeningMap *sheaf_opening_map_load (SheafBook  *old,
                                         const char *chart,
                                         int         year,
                                         const char *language,
                                         GError    **error);
void             sheaf_opening_map_free (SheafOpeningMap *map);

/* An answer. Problems: no such question, an account that the question does not offer, a second
 * answer without an amount. */
void sheaf_opening_map_decide (SheafOpeningMap *map,
                               const char      *account,
                               const char      *party,
                               const char      *item,
                               const char      *new_account,
                               SheafMoney       amount, /* 0: what the other answers leave */
                               const char      *file,
                               guint            line,
                               SheafProblems   *problems);

/* Forgets the answers to one question. */
void sheaf_map_balance_clear (SheafMapBalance *balance);

/* Every question without an answer, parts that do not add up, parties that the new account asks
 * for; warns of common assets without their source. Nothing added: the rows can be written. */
void sheaf_opening_map_check (const SheafOpeningMap *map,
                              const char            *file,
                              SheafProblems         *problems);

/* The amount of a part, with what the others leave where it names none. */
SheafMoney sheaf_map_part_amount (const SheafMapBalance *balance,
                                  guint                  part);

/* Reads answers from a CSV file: account, party, item, new_account, amount; the columns that
 * sheaf_opening_map_questions adds are passed over, rows without new_account too. */
gboolean sheaf_opening_map_read (SheafOpeningMap *map,
                                 const char      *path,
                                 SheafProblems   *problems,
                                 GError         **error);

/* The questions as such a CSV file, to be filled in. Free with g_string_free. */
GString *sheaf_opening_map_questions (const SheafOpeningMap *map);

/* The balances as the CSV kind "opening" of the new book. Only after a check that found no error.
 * Free with g_string_free. */
GString *sheaf_opening_map_text (const SheafOpeningMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafOpeningMap, sheaf_opening_map_free)
