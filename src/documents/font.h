/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Installed fonts that have every letter a Vietnamese paper needs. */
#pragma once

#include <fontconfig/fontconfig.h>
#include <glib.h>

typedef enum
{
  SHEAF_FACE_REGULAR = 0,
  SHEAF_FACE_BOLD = 1 << 0,
  SHEAF_FACE_ITALIC = 1 << 1,
  SHEAF_FACE_BOLD_ITALIC = SHEAF_FACE_BOLD | SHEAF_FACE_ITALIC,
} SheafFace;
#define SHEAF_N_FACES 4

/* A font file of one face and the letters it has. */
typedef struct
{
  char      *path;
  FcCharSet *letters;
} SheafFont;

/* The first family, of a short list of those known to be whole, whose four faces are all installed
 * as TrueType and have all 134 Vietnamese letters, the đồng sign and the signs of print; NULL
 * families means that list. Error: SHEAF_DOCUMENTS_ERROR_FONT naming the package to install. The
 * four fonts are written to ret_fonts; sheaf_font_clear frees what each holds. */
gboolean sheaf_font_find (const char *const *families,
                          SheafFont          ret_fonts[SHEAF_N_FACES],
                          GError           **error);
void     sheaf_font_clear (SheafFont *font);

/* TRUE when the font draws this letter. */
gboolean sheaf_font_has (const SheafFont *font,
                         gunichar         letter);
