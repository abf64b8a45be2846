/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dialog "What happened?" asks of the reading thread. */
#pragma once

#include "app/choices.h"
#include "ledger/draft.h"
#include "ledger/guide.h"

/* What was found for some words: official cases, with the guide that they are borrowed of, and the
 * co-op's own templates. */
typedef struct
{
  SheafGuide *guide;
  GPtrArray  *cases;     /* of const SheafGuideCase */
  GPtrArray  *templates; /* of SheafOwnTemplate */
} SheafGuideHits;

void sheaf_guide_hits_free (SheafGuideHits *hits);

/* The accounts between which a line of the case lets choose. */
typedef struct
{
  guint         line;   /* place in the case's lines */
  char         *chosen; /* the code of the usual one; NULL: the person must say */
  char         *codes;  /* "1111, 1112, 1121" */
  SheafChoices *accounts;
} SheafGuideChoice;

/* A case worked out with a person's answers. */
typedef struct
{
  GPtrArray     *choices; /* of SheafGuideChoice, of lines with more than one account */
  gboolean       debit_party;
  gboolean       credit_party;
  gboolean       currency;
  char          *source; /* the paragraph it follows */
  SheafDraft    *cells;  /* NULL: nothing can be filled */
  SheafProblems *problems;
} SheafGuideSheet;

void sheaf_guide_sheet_free (SheafGuideSheet *sheet);

/* search: data is the words, result SheafGuideHits. work: SheafGuideAnswers, SheafGuideSheet. */
gpointer sheaf_guide_search_job (gpointer connection,
                                 gpointer data,
                                 GError **error);
gpointer sheaf_guide_work_job (gpointer connection,
                               gpointer data,
                               GError **error);
