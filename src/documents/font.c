/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libharu draws a box for a letter that a font lacks and does not tell, so fonts are judged before
 * they are used. */
#include "documents/font.h"

#include "base/i18n.h"
#include "documents/error.h"

/* Families of the metrics of Times and Arial first: official papers are set in them. Liberation
 * Sans Narrow and Noto Sans lack letters. */
static const char *const FAMILIES[] = { "Liberation Serif",
                                        "Times New Roman",
                                        "DejaVu Serif",
                                        "Liberation Sans",
                                        "Arial",
                                        "DejaVu Sans",
                                        NULL };

/* The 67 lower-case Vietnamese letters beyond ASCII; with the capitals made of them these are all
 * 134. Then the signs of print. */
static const char LETTERS[] = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
static const char SIGNS[] = "₫–—“”‘’…•×≥≤€≈÷°";

static gboolean
has_letters (const FcCharSet *set)
{
  for (gunichar c = 0x20; c < 0x7f; c++)
    if (!FcCharSetHasChar (set, c))
      return FALSE;
  for (const char *c = LETTERS; *c != '\0'; c = g_utf8_next_char (c))
    if (!FcCharSetHasChar (set, g_utf8_get_char (c)) ||
        !FcCharSetHasChar (set, g_unichar_toupper (g_utf8_get_char (c))))
      return FALSE;
  for (const char *c = SIGNS; *c != '\0'; c = g_utf8_next_char (c))
    if (!FcCharSetHasChar (set, g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

/* The file when it is what was asked for: fontconfig answers with something in any case, libharu
 * takes TrueType only. */
static gboolean
take_match (FcPattern  *match,
            const char *family,
            int         weight,
            int         slant,
            SheafFont  *ret_font)
{
  FcChar8   *found = NULL, *file = NULL, *kind = NULL;
  FcCharSet *set = NULL;
  int        found_weight = 0, found_slant = 0, index = 0;

  if (FcPatternGetString (match, FC_FAMILY, 0, &found) != FcResultMatch ||
      g_ascii_strcasecmp ((const char *) found, family) != 0)
    return FALSE;
  if (FcPatternGetInteger (match, FC_WEIGHT, 0, &found_weight) != FcResultMatch ||
      found_weight != weight)
    return FALSE;
  if (FcPatternGetInteger (match, FC_SLANT, 0, &found_slant) != FcResultMatch ||
      (found_slant != FC_SLANT_ROMAN) != (slant != FC_SLANT_ROMAN))
    return FALSE;
  if (FcPatternGetString (match, FC_FONTFORMAT, 0, &kind) != FcResultMatch ||
      g_strcmp0 ((const char *) kind, "TrueType") != 0)
    return FALSE;
  if (FcPatternGetInteger (match, FC_INDEX, 0, &index) != FcResultMatch || index != 0)
    return FALSE;
  if (FcPatternGetString (match, FC_FILE, 0, &file) != FcResultMatch ||
      FcPatternGetCharSet (match, FC_CHARSET, 0, &set) != FcResultMatch || !has_letters (set))
    return FALSE;
  ret_font->path = g_strdup ((const char *) file);
  ret_font->letters = FcCharSetCopy (set);
  return TRUE;
}

static gboolean
find_face (const char *family,
           SheafFace   face,
           SheafFont  *ret_font)
{
  int        weight = face == SHEAF_FACE_BOLD || face == SHEAF_FACE_BOLD_ITALIC ? FC_WEIGHT_BOLD
                                                                                : FC_WEIGHT_REGULAR;
  int        slant = face == SHEAF_FACE_ITALIC || face == SHEAF_FACE_BOLD_ITALIC ? FC_SLANT_ITALIC
                                                                                 : FC_SLANT_ROMAN;
  FcPattern *wanted = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT,
                                      FcTypeInteger, weight, FC_SLANT, FcTypeInteger, slant,
                                      FC_WIDTH, FcTypeInteger, FC_WIDTH_NORMAL, (char *) NULL);
  FcPattern *match;
  FcResult   result = FcResultNoMatch;
  gboolean   found;

  FcConfigSubstitute (NULL, wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  match = FcFontMatch (NULL, wanted, &result);
  found = match != NULL && take_match (match, family, weight, slant, ret_font);
  if (match != NULL)
    FcPatternDestroy (match);
  FcPatternDestroy (wanted);
  return found;
}

gboolean
sheaf_font_find (const char *const *families,
                 SheafFont          ret_fonts[SHEAF_N_FACES],
                 GError           **error)
{
  if (families == NULL)
    families = FAMILIES;
  for (; *families != NULL; families++)
    {
      SheafFont fonts[SHEAF_N_FACES] = { 0 };
      guint     found = 0;

      while (found < SHEAF_N_FACES && find_face (*families, (SheafFace) found, &fonts[found]))
        found++;
      if (found == SHEAF_N_FACES)
        {
          for (guint i = 0; i < SHEAF_N_FACES; i++)
            ret_fonts[i] = fonts[i];
          return TRUE;
        }
      for (guint i = 0; i < found; i++)
        sheaf_font_clear (&fonts[i]);
    }
  g_set_error_literal (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_FONT,
                       _ ("No installed font has every Vietnamese letter: install the package "
                          "fonts-liberation2 (Liberation fonts) or fonts-dejavu"));
  return FALSE;
}

void
sheaf_font_clear (SheafFont *font)
{
  g_clear_pointer (&font->path, g_free);
  if (font->letters != NULL)
    FcCharSetDestroy (font->letters);
  font->letters = NULL;
}

gboolean
sheaf_font_has (const SheafFont *font,
                gunichar         letter)
{
  return FcCharSetHasChar (font->letters, letter);
}
