/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of members of a day with their capital (sổ đăng ký thành viên, Law 17/2023 Art.
 * 15). */
#pragma once

#include "capital/balance.h"
#include "members/membership.h"

typedef struct
{
  gint64              party_id;
  char               *code;
  char               *name;
  SheafMemberState    state;
  SheafCapitalBalance capital;
  gint64              percent;         /* hundredths of a percent of all paid-in; all: 10000 */
  gint64              percent_charter; /* likewise, commitment of charter capital */
} SheafRegisterRow;

/* Everyone who had joined by the day, those who had left included (state.kind is NONE, state.left
 * says since when), in code order; of SheafRegisterRow. */
GPtrArray *sheaf_register_list (SheafBook *book,
                                SheafDate  on,
                                GError   **error);

/* Hundredths as files hold them: "12.50". Free with g_free. */
char *sheaf_register_percent_to_text (gint64 hundredths);
