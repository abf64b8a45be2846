/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Footers, heading and signers, filled in the same way for every paper. */
#include "documents/frame.h"

/* Printed where a text is not known, to be filled in by hand. */
#define DOTS "…………………………"

static const char *
or_dots (const char *text)
{
  return *text != '\0' ? text : DOTS;
}

/* "page" or, where the texts have one, that of the language: "page-en". */
static char *
footer_group (SheafPaperTexts *texts,
              const char      *language)
{
  g_autofree char *own = language == NULL ? NULL : g_strconcat ("page-", language, NULL);

  return own != NULL && sheaf_paper_texts_find (texts, own, "number") != NULL
             ? g_steal_pointer (&own)
             : g_strdup ("page");
}

SheafDocument *
sheaf_frame_open (const SheafFrame *frame,
                  SheafPaperTexts  *texts,
                  const char       *language,
                  const char       *title,
                  SheafDate         day,
                  SheafPageTurn     turn,
                  GError          **error)
{
  g_autofree char *group = footer_group (texts, language);
  g_autofree char *seal = NULL;
  SheafDate        date = sheaf_date_is_none (frame->date) ? day : frame->date;
  SheafDocument   *document = sheaf_document_new (title, frame->name, date, turn, error);

  if (document == NULL)
    return NULL;
  if (*frame->seal != '\0')
    seal = sheaf_paper_texts_fill (texts, group, "seal", "head", frame->seal, NULL);
  sheaf_document_set_footer (document, seal, sheaf_paper_texts_get (texts, group, "number"));
  return document;
}

/* The address with the co-op's tax code behind it, on papers that have a text for it. */
static char *
add_tax_code (const SheafFrame *frame,
              SheafPaperTexts  *texts,
              const char       *paper,
              const char       *address)
{
  g_autofree char *line = NULL;

  if (frame->tax_code == NULL || *frame->tax_code == '\0' ||
      sheaf_paper_texts_find (texts, paper, "tax-code") == NULL)
    return g_strdup (address);
  line = sheaf_paper_texts_fill (texts, paper, "tax-code", "code", frame->tax_code, NULL);
  return g_strjoin (" — ", address, line, NULL);
}

void
sheaf_frame_head (const SheafFrame *frame,
                  SheafPaperTexts  *texts,
                  const char       *paper,
                  SheafDate         day,
                  const char       *note,
                  SheafDocument    *document)
{
  g_autofree char *unit = sheaf_paper_texts_fill (texts, paper, "unit", "name",
                                                  or_dots (frame->name), NULL);
  g_autofree char *address = sheaf_paper_texts_fill (texts, paper, "address", "address",
                                                     or_dots (frame->address), NULL);
  g_autofree char *place = add_tax_code (frame, texts, paper, address);
  const char      *pattern = sheaf_paper_texts_get (texts, paper, "subtitle");
  g_autofree char *dated = sheaf_paper_texts_date (pattern, day);
  g_autofree char *subtitle = g_strjoin (note != NULL ? "\n" : "", dated, note, NULL);
  SheafHeading     heading = { .unit = unit,
                               .address = place,
                               .code = sheaf_paper_texts_find (texts, paper, "code"),
                               .basis = sheaf_paper_texts_find (texts, paper, "basis"),
                               .title = sheaf_paper_texts_get (texts, paper, "title"),
                               .subtitle = subtitle,
                               .money = sheaf_paper_texts_find (texts, paper, "money") };

  sheaf_heading_draw (document, &heading);
}

void
sheaf_frame_sign (const SheafFrame  *frame,
                  SheafPaperTexts   *texts,
                  const char        *paper,
                  const char *const *names,
                  float              size,
                  SheafDocument     *document)
{
  g_auto (GStrv) titles = sheaf_paper_texts_list (texts, paper, "signers");
  g_auto (GStrv) notes = sheaf_paper_texts_list (texts, paper, "signer-notes");
  g_auto (GStrv) dates = sheaf_paper_texts_list (texts, paper, "signer-dates");
  SheafSigners signers = { .titles = (const char *const *) titles,
                           .notes = (const char *const *) notes,
                           .dates = (const char *const *) dates,
                           .names = names,
                           .size = size };

  for (char **date = dates; *date != NULL; date++)
    {
      char *filled = sheaf_paper_texts_date (*date, frame->date);

      g_free (*date);
      *date = filled;
    }
  sheaf_signers_draw (document, &signers);
}
