/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of counts asks of the threads. */
#pragma once

#include "ledger/count.h"

/* A count with the words of its account and lines. */
typedef struct
{
  SheafCount *count;
  char       *title;        /* "1111 Tiền Việt Nam" */
  char       *account_code; /* "1111" */
  GHashTable *names;        /* of products by their codes: "Chè khô (kg)" */
} SheafCountSheet;

void sheaf_count_sheet_free (SheafCountSheet *sheet);

/* data: the year (int). Result: GPtrArray of SheafCountSheet, the latest first. */
gpointer sheaf_count_list_job (gpointer connection,
                               gpointer data,
                               GError **error);

/* data: its id (gint64). Result: SheafCountSheet. */
gpointer sheaf_count_sheet_job (gpointer connection,
                                gpointer data,
                                GError **error);

/* What is typed of one line. */
typedef struct
{
  char         *name;
  SheafQuantity quantity;
  gboolean      priced;
  SheafMoney    amount;
  gboolean      judged;
  SheafQuantity poor;
  SheafQuantity spoilt;
  char         *note;
} SheafCountFinding;

void sheaf_count_finding_free (SheafCountFinding *finding);

/* Says of the count what was found, nothing else: of its first lines, those that were prepared, all
 * is forgotten before. Where it is refused, *ret_bad is the finding's place. */
gboolean sheaf_count_findings_fill (const GPtrArray *findings,
                                    SheafCount      *count,
                                    guint            prepared,
                                    guint           *ret_bad,
                                    GError         **error);

/* As above of one line alone; found NULL: nothing is said of it any more. */
gboolean sheaf_count_finding_fill (const SheafCountFinding *found,
                                   SheafCount              *count,
                                   SheafCountLine          *line,
                                   GError                 **error);

typedef enum
{
  SHEAF_COUNT_BEGIN, /* reads only: the sheet to be filled; id: as that one was filled */
  SHEAF_COUNT_KEEP,  /* id: in place of that one */
  SHEAF_COUNT_POST,
  SHEAF_COUNT_WITHDRAW,
} SheafCountActKind;

/* An act on a count. */
typedef struct
{
  SheafCountActKind kind;
  gint64            id;
  char             *account; /* code */
  SheafDate         date;
  char             *time;
  char             *people;
  char             *text;     /* remark or reason */
  GPtrArray        *findings; /* of SheafCountFinding */
  gint64            other_id;
} SheafCountAct;

void sheaf_count_act_free (SheafCountAct *act);

/* data: SheafCountAct to begin. Result: SheafCountSheet without a number. */
gpointer sheaf_count_begin_job (gpointer connection,
                                gpointer data,
                                GError **error);

/* What posting would write, for the question before. */
typedef struct
{
  gint64     id;
  char      *text;     /* the entries, a line each */
  GPtrArray *accounts; /* of char *: details to choose from where the account is divided */
  GArray    *ids;      /* of gint64: theirs */
} SheafCountEntries;

void sheaf_count_entries_free (SheafCountEntries *entries);

/* data: the count's id (gint64). Result: SheafCountEntries. */
gpointer sheaf_count_entries_job (gpointer connection,
                                  gpointer data,
                                  GError **error);

/* data: SheafCountAct. Result: the count's id as gint64 *; free with g_free. */
gpointer sheaf_count_act_job (gpointer connection,
                              gpointer data,
                              GError **error);
