/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories that an accountant can read and correct, told line by line. */
#pragma once

#include "base/problem.h"
#include "book/book.h"
#include "ledger/voucher.h"

/* How stories are written: README.md beside this file. */
typedef struct
{
  const char   *path;
  guint         line;
  SheafBook    *book;
  SheafVoucher *voucher;    /* whose rows are being read */
  gint64        voucher_id; /* of the last one posted */
  int           year;       /* of the plan */
  char         *warned;     /* what the last approval or payment list warned of; lines */
  GError       *refused;    /* of the act before, until "expect error" names it */
  guint         refused_line;
} Story;

/* The words of a line with what is indented below it, as one text. */
typedef struct
{
  char      **words;
  guint       n_words;
  const char *block;
} StoryLine;

/* Ends the test with file, line and what is wrong. */
void story_fail (const Story *story,
                 const char  *format,
                 ...) G_GNUC_PRINTF (2, 3) G_GNUC_NORETURN;

/* The word at a position; the story fails where there is none. */
const char *story_word (const Story     *story,
                        const StoryLine *line,
                        guint            position);
SheafDate   story_day (const Story     *story,
                       const StoryLine *line,
                       guint            position);
gint64      story_amount (const Story     *story,
                          const StoryLine *line,
                          guint            position);
int         story_year (const Story     *story,
                        const StoryLine *line,
                        guint            position);
gint64      story_account (const Story *story,
                           const char  *code);
gint64      story_party (const Story *story,
                         const char  *code);

/* Keeps the warnings of an act for "expect warning". */
void story_keep_warnings (Story               *story,
                          const SheafProblems *problems);

/* A new book in memory that begins in the year, under the law; NULL: the chart's own; one that ends
 * in "-union": of a union. */
SheafBook *story_new_book (const char *chart,
                           int         year,
                           const char *law);

/* One act; FALSE when it was refused. */
typedef gboolean (*StoryAct) (Story           *story,
                              const StoryLine *line,
                              GError         **error);

/* The act that a word begins; NULL when there is none. */
StoryAct story_find_act (const char *word);

/* Acts and expectations of story-entries.c. */
gboolean story_keep_template (Story           *story,
                              const StoryLine *line,
                              GError         **error);
gboolean story_copy_voucher (Story           *story,
                             const StoryLine *line,
                             GError         **error);
gboolean story_set_recurring (Story           *story,
                              const StoryLine *line,
                              GError         **error);
gboolean story_post_due (Story           *story,
                         const StoryLine *line,
                         GError         **error);
gboolean story_skip_due (Story           *story,
                         const StoryLine *line,
                         GError         **error);
/* Expectations of story-statements.c. */
void story_expect_line (Story           *story,
                        const StoryLine *line);
void story_expect_note (Story           *story,
                        const StoryLine *line);
void story_expect_agree (Story           *story,
                         const StoryLine *line);
void story_expect_due (Story           *story,
                       const StoryLine *line);
void story_expect_vat (Story           *story,
                       const StoryLine *line);

/* Acts and expectations of story-tax.c. */
gboolean story_mark_tax (Story           *story,
                         const StoryLine *line,
                         GError         **error);
gboolean story_answer_tax (Story           *story,
                           const StoryLine *line,
                           GError         **error);
gboolean story_enter_tax (Story           *story,
                          const StoryLine *line,
                          GError         **error);
gboolean story_share_vat (Story           *story,
                          const StoryLine *line,
                          GError         **error);
void     story_expect_shared_vat (Story           *story,
                                  const StoryLine *line);
void     story_expect_tax (Story           *story,
                           const StoryLine *line);

/* Acts and expectations of story-counts.c. */
gboolean story_count (Story           *story,
                      const StoryLine *line,
                      GError         **error);
gboolean story_count_again (Story           *story,
                            const StoryLine *line,
                            GError         **error);
gboolean story_withdraw_count (Story           *story,
                               const StoryLine *line,
                               GError         **error);
gboolean story_post_count (Story           *story,
                           const StoryLine *line,
                           GError         **error);
void     story_expect_counted (Story           *story,
                               const StoryLine *line);
void     story_expect_not_counted (Story           *story,
                                   const StoryLine *line);

/* Acts and expectations of story-payouts.c. */
gboolean story_approve (Story           *story,
                        const StoryLine *line,
                        GError         **error);
gboolean story_payout (Story           *story,
                       const StoryLine *line,
                       GError         **error);
void     story_expect_payable (Story           *story,
                               const StoryLine *line);

/* A row of the voucher under way. */
void story_add_row (Story           *story,
                    const StoryLine *line);

/* Compares what is expected with the book. */
void story_expect (Story           *story,
                   const StoryLine *line);

/* Letters on debts. */
gboolean story_make_letters (Story           *story,
                             const StoryLine *line,
                             GError         **error);
gboolean story_send_letters (Story           *story,
                             const StoryLine *line,
                             GError         **error);
gboolean story_answer_letter (Story           *story,
                              const StoryLine *line,
                              GError         **error);
gboolean story_withdraw_answer (Story           *story,
                                const StoryLine *line,
                                GError         **error);
gboolean story_post_letter (Story           *story,
                            const StoryLine *line,
                            GError         **error);
gboolean story_reverse_letter (Story           *story,
                               const StoryLine *line,
                               GError         **error);
void     story_expect_letter (Story           *story,
                              const StoryLine *line);
void     story_expect_letters (Story           *story,
                               const StoryLine *line);

/* Act and expectations of story-certificates.c. */
gboolean story_certificate (Story           *story,
                            const StoryLine *line,
                            GError         **error);
void     story_expect_certificate (Story           *story,
                                   const StoryLine *line);
void     story_expect_certificate_due (Story           *story,
                                       const StoryLine *line);

/* Acts and expectations of story-capital.c. */
gboolean story_lower_commitment (Story           *story,
                                 const StoryLine *line,
                                 GError         **error);
void     story_expect_capital (Story           *story,
                               const StoryLine *line);
void     story_expect_standing (Story           *story,
                                const StoryLine *line);
void     story_expect_contributions_due (Story           *story,
                                         const StoryLine *line);
void     story_expect_contribution_due (Story           *story,
                                        const StoryLine *line);
void     story_expect_breaches (Story           *story,
                                const StoryLine *line);
void     story_expect_remedy (Story           *story,
                              const StoryLine *line);

/* Acts and expectation of story-notices.c. */
gboolean story_retain (Story           *story,
                       const StoryLine *line,
                       GError         **error);
gboolean story_redeem (Story           *story,
                       const StoryLine *line,
                       GError         **error);
gboolean story_take_back (Story           *story,
                          const StoryLine *line,
                          GError         **error);
void     story_expect_notices (Story           *story,
                               const StoryLine *line);
void     story_expect_figure (Story           *story,
                              const StoryLine *line);

/* The tax kept back of members, in story-withheld.c. */
void story_expect_withheld (Story           *story,
                            const StoryLine *line);
