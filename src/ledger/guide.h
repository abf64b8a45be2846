/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "What happened?": the entries that the law itself prescribes, found by everyday words and filled
 * into a voucher. Data: data/entries/CHART*.csv, as the book holds them. */
#pragma once

#include "base/problem.h"
#include "book/book.h"
#include "ledger/chart.h"
#include "ledger/voucher.h"

/* The same words in the three languages; any may be "". */
typedef struct
{
  char *vi;
  char *en;
  char *fr;
} SheafGuideText;

/* An amount that an entry speaks of, such as "net", "vat", "gross". */
typedef struct
{
  char                 *role; /* its word in the data and on the command line */
  const SheafGuideText *name;
  gboolean              asked;    /* typed by the person; FALSE: computed from the others */
  gboolean              optional; /* may be 0 or left out: its lines are left out then */
} SheafGuideAmount;

/* A debit or credit of an entry. */
typedef struct
{
  guint          number; /* from 1, as --choose and findings name it */
  gboolean       debit;
  char         **accounts;     /* the codes that the law names here; more than one: a choice */
  guint          amount;       /* place in the case's amounts */
  gboolean       single_sided; /* an off-balance account: no other side */
  SheafGuideText when;         /* what decides between the accounts, or when the line is there */
} SheafGuideLine;

typedef struct
{
  char          *id;        /* "131/3.1" */
  char          *account;   /* "131": the account whose paragraph prescribes it */
  char          *paragraph; /* "3.1"; "" where the law does not number it */
  char          *topic;     /* "sales", "purchase", …: for grouping */
  SheafScope     scope;     /* INTERNAL or EXTERNAL where the law says so */
  guint          common;    /* 3: most days, 2: most months, 1: now and then, 0: rarely */
  SheafGuideText title;
  SheafGuideText condition; /* when the entry is right: "input VAT deductible" */
  SheafGuideText withheld;  /* why it cannot be filled by hand (closings); "" for most */
  GPtrArray     *amounts;   /* of SheafGuideAmount, asked ones first */
  GPtrArray     *lines;     /* of SheafGuideLine */
} SheafGuideCase;

typedef struct _SheafGuide SheafGuide;

/* The guide of the book's chart, kept with the book; one without cases when the chart has no such
 * data. NULL when the data cannot be understood. */
const SheafGuide *sheaf_guide_get (SheafBook *book,
                                   GError   **error);

/* What was found in a guide is borrowed of it, and the book may drop its guide whenever somebody
 * else wrote (sheaf_book_follow). Who goes on using cases after that, or in another thread, keeps
 * the guide; it never changes. */
SheafGuide *sheaf_guide_ref (const SheafGuide *guide);
void        sheaf_guide_unref (SheafGuide *guide);

/* All cases, what a co-op uses often first. */
guint                 sheaf_guide_count (const SheafGuide *guide);
const SheafGuideCase *sheaf_guide_at (const SheafGuide *guide,
                                      guint             place);
const SheafGuideCase *sheaf_guide_find (const SheafGuide *guide,
                                        const char       *id);

/* The cases that hold the beginnings of all words (titles in three languages, everyday words,
 * account codes, ids; accents and đ/d ignored), best first, at most limit (0: all); where few hold
 * all, those that lack a word follow. Empty words: all cases. Borrowed records; free the array
 * only. */
GPtrArray *sheaf_guide_search (const SheafGuide *guide,
                               const char       *words,
                               guint             limit);

/* The cases that can touch the account (a group: one of its details), usual ones first. */
GPtrArray *sheaf_guide_of_account (const SheafGuide   *guide,
                                   const SheafChart   *chart,
                                   const SheafAccount *account,
                                   guint               limit);

/* TRUE when some case puts these two accounts, or groups above them, into one row; also when the
 * chart has no guide. A pair known nowhere is asked about, never refused. */
gboolean sheaf_guide_knows_pair (const SheafGuide *guide,
                                 const SheafChart *chart,
                                 gint64            debit_id,
                                 gint64            credit_id);

/* Asks about each row of the voucher whose pair is known nowhere: a WARNING on its line and the
 * column "credit". For a person who types a voucher; imports, closings and the program's own
 * vouchers stay quiet. FALSE only when the book cannot be read. */
gboolean sheaf_guide_ask_pairs (SheafBook          *book,
                                const SheafVoucher *voucher,
                                SheafProblems      *problems,
                                GError            **error);

/* The text in vi, en or fr; the Vietnamese one where that is missing. */
const char *sheaf_guide_text (const SheafGuideText *text,
                              const char           *language);

/* "Thông tư 71/2024/TT-BTC, Phụ lục I, TK 131, mục 3.1" in the language. Free with g_free. */
char *sheaf_guide_source (const SheafGuide     *guide,
                          const SheafGuideCase *entry,
                          const char           *language);

/* What a person answers for one line; zero: nothing said. */
typedef struct
{
  gint64 account_id;
  gint64 party_id; /* 0: the answers' own; likewise item_id */
  gint64 item_id;
} SheafGuideLineAnswer;

/* A case with a person's answers. The fields may be set as one likes. */
typedef struct
{
  const SheafGuideCase *entry;
  SheafGuide           *guide; /* kept for entry and let go with the answers; NULL: borrowed */
  SheafDate             date;
  SheafVoucherKind      kind;            /* 0: guessed from the rows */
  SheafScope            scope;           /* NONE: the case's, else derived */
  char                 *description;     /* NULL or "": the case's title */
  gint64                party_id;        /* for each side whose account needs or may have one */
  gint64                debit_party_id;  /* for debit sides only; 0: party_id */
  gint64                credit_party_id; /* for credit sides only; 0: party_id */
  gint64                item_id;
  char                 *currency; /* of foreign money ("USD"); NULL: none */
  gint64                foreign;  /* its amount in the currency's smallest units */
  SheafGuideLineAnswer *lines;    /* one a line of the case, in its order */
  SheafMoney           *amounts;  /* one an amount of the case, in its order; 0: not given */
} SheafGuideAnswers;

/* TRUE when an account that is chosen or usual holds foreign money, so that currency and foreign
 * must be answered. */
gboolean sheaf_guide_asks_currency (SheafBook               *book,
                                    const SheafGuideAnswers *answers);

SheafGuideAnswers *sheaf_guide_answers_new (const SheafGuideCase *entry,
                                            SheafDate             date);
void               sheaf_guide_answers_free (SheafGuideAnswers *answers);

/* Sets an asked amount by its role; FALSE when the case asks for none of that role. */
gboolean sheaf_guide_answers_set (SheafGuideAnswers *answers,
                                  const char        *role,
                                  SheafMoney         amount);

/* The accounts of the chart that the line (a place in the case's lines) can be posted to, details
 * that were opened included: where the scope is known (answered, of the case, of another line's
 * account, of the party's standing on the day) only those that fit it. Of const SheafAccount; free
 * the array only. */
GPtrArray *sheaf_guide_accounts (SheafBook               *book,
                                 const SheafGuideAnswers *answers,
                                 guint                    line);

/* The account that the line takes: the one chosen; else the usual detail where the law leaves one
 * account only; NULL where the person must choose. */
const SheafAccount *sheaf_guide_account (SheafBook               *book,
                                         const SheafGuideAnswers *answers,
                                         guint                    line);

/* The amounts as they stand: asked ones as given, the others computed; free with g_free. Below 0
 * where what was given cannot be (a depreciation above the cost). */
SheafMoney *sheaf_guide_amounts (const SheafGuideAnswers *answers);

/* Makes the voucher (not yet posted): rows paired as the data says, kind, description in the
 * language, scope. What is missing or cannot be is told in problems (column "line N", or an
 * amount's role); the rows that can be made are there all the same, for a preview. NULL only when
 * the case is withheld or the book cannot be read. */
SheafVoucher *sheaf_guide_fill (SheafBook               *book,
                                const SheafGuideAnswers *answers,
                                const char              *language,
                                SheafProblems           *problems,
                                GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafGuideAnswers, sheaf_guide_answers_free)
