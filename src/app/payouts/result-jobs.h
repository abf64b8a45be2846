/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bank's answer to an order: its file read, looked at, applied. */
#pragma once

#include "exchange/bank-result.h"
#include "payouts/result.h"

typedef struct
{
  gint64    batch_id;
  char     *form;
  char     *path;
  SheafDate date;
} SheafResultWish;

void sheaf_result_wish_free (SheafResultWish *wish);

/* What the file says and what it would do. */
typedef struct
{
  SheafBankResult  *file;   /* NULL: it cannot be read, problems or refusal say why */
  SheafPayoutResult result; /* what applying it would do, where nothing is wrong */
  SheafProblems    *problems;
  GError           *refusal; /* NULL: none */
} SheafResultLook;

void sheaf_result_look_free (SheafResultLook *look);

/* data: SheafResultWish. Result: SheafResultLook. */
gpointer sheaf_result_look_job (gpointer connection,
                                gpointer data,
                                GError **error);

/* Applies it as one act. data: SheafResultWish. Result: SheafPayoutResult; free with g_free. */
gpointer sheaf_result_apply_job (gpointer connection,
                                 gpointer data,
                                 GError **error);

/* data: nothing. Result: GPtrArray of SheafBankResultForm, of the book's country. */
gpointer sheaf_result_forms_job (gpointer connection,
                                 gpointer data,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafResultWish, sheaf_result_wish_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafResultLook, sheaf_result_look_free)
