/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of papers: titles, headings, signers, notes; kept in data/papers/, as the law or the
 * custom of the place writes them. */
#pragma once

#include "base/date.h"
#include "base/money.h"

typedef struct _SheafPaperTexts SheafPaperTexts;

/* Reads data/papers/NAME.ini. Error: SHEAF_DOCUMENTS_ERROR_DATA. */
SheafPaperTexts *sheaf_paper_texts_load (const char *name,
                                         GError    **error);
void             sheaf_paper_texts_free (SheafPaperTexts *texts);

/* What amounts are counted in, before the first text is asked for: {currency} in texts is its name,
 * or its code where they have none. Before, and for NULL, the one that the file has as its own. */
void sheaf_paper_texts_set_currency (SheafPaperTexts *texts,
                                     const char      *code);

/* An amount with the decimals of the currency; language is vi, en or fr. Free with g_free. */
char *sheaf_paper_texts_money (const SheafPaperTexts *texts,
                               SheafMoney             amount,
                               const char            *language);

/* These decimals. */
guint sheaf_paper_texts_decimals (const SheafPaperTexts *texts);

/* The text, or "" when it is not there, which sheaf_paper_texts_check then tells. It lives as long
 * as texts. */
const char *sheaf_paper_texts_get (SheafPaperTexts *texts,
                                   const char      *paper,
                                   const char      *key);

/* As above for texts that a paper may be without; NULL when it is. */
const char *sheaf_paper_texts_find (SheafPaperTexts *texts,
                                    const char      *paper,
                                    const char      *key);

/* The texts of a key with ; between them. Free with g_strfreev. */
char **sheaf_paper_texts_list (SheafPaperTexts *texts,
                               const char      *paper,
                               const char      *key);

/* A text with {name} replaced: names and values alternate, NULL ends. Free with g_free. */
char *sheaf_paper_texts_fill (SheafPaperTexts *texts,
                              const char      *paper,
                              const char      *key,
                              const char      *name,
                              ...) G_GNUC_NULL_TERMINATED;

/* A pattern with {day}, {month}, {year}, as in "ngày {day} tháng {month} năm {year}"; dots for
 * SHEAF_DATE_NONE. Free with g_free. */
char *sheaf_paper_texts_date (const char *pattern,
                              SheafDate   date);

/* FALSE with an error naming the first text that was asked for and was not there. */
gboolean sheaf_paper_texts_check (SheafPaperTexts *texts,
                                  GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafPaperTexts, sheaf_paper_texts_free)
