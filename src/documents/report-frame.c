/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words around the tables of a report: heading, a section's words, foot, signers, notes. */
#include "documents/report-paper-private.h"

#define GAP SHEAF_MM (2)
#define SIGN_SIZE 10.0f

static const SheafTextStyle SECTION_TITLE = { SHEAF_FACE_BOLD, 11, SHEAF_ALIGN_LEFT };
static const SheafTextStyle BODY = { SHEAF_FACE_REGULAR, 10, SHEAF_ALIGN_LEFT };
static const SheafTextStyle WARNING = { SHEAF_FACE_BOLD, 10, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle NOTES = { SHEAF_FACE_ITALIC, 7.5f, SHEAF_ALIGN_LEFT };

/* "Đơn vị: HTX …"; dots where the book does not know. */
static char *
head_line (char      **labels,
           guint       n,
           const char *value)
{
  if (n >= g_strv_length (labels))
    return *value != '\0' && n == 0 ? g_strdup (value) : NULL;
  return g_strdup_printf ("%s: %s", labels[n], *value != '\0' ? value : "…………………………");
}

void
sheaf_report_frame_heading (SheafReportPaper  *self,
                            const char *const *fields)
{
  const SheafFrame      *frame = sheaf_source_frame (self->source);
  const SheafReportHead *head = self->head;
  g_autofree char       *unit = head_line (head->header, 0, frame->name);
  g_autofree char       *address = head_line (head->header, 1,
                                        head->header_by_hand ? "" : frame->address);
  g_autofree char       *above = g_strjoinv ("\n", head->subtitles);
  g_autofree char       *under = g_strjoinv ("\n", (char **) fields);
  g_autofree char       *subtitle = g_strjoin (*above != '\0' && *under != '\0' ? "\n" : "", above,
                                         under, NULL);
  SheafHeading           heading = { .unit = unit,
                                     .address = address,
                                     .code = head->form_code,
                                     .basis = head->attachment,
                                     .revision = head->revision_note,
                                     .title = head->title != NULL ? head->title : head->code,
                                     .subtitle = *subtitle != '\0' ? subtitle : NULL,
                                     .money = head->unit };

  sheaf_heading_draw (self->document, &heading);
  for (char **warning = head->warnings; warning != NULL && *warning != NULL; warning++)
    {
      sheaf_document_text_flow (self->document, WARNING, *warning);
      sheaf_document_set_y (self->document, sheaf_document_y (self->document) + GAP / 2);
    }
}

static float
text_height (SheafReportPaper *self,
             SheafTextStyle    style,
             char            **texts)
{
  float width = sheaf_document_right (self->document) - sheaf_document_left (self->document);
  guint n = 0;

  for (char **text = texts; *text != NULL; text++)
    {
      g_auto (GStrv) lines = sheaf_document_text_wrap (self->document, style, *text, width);

      n += g_strv_length (lines);
    }
  return (float) n * sheaf_document_text_line_height (style);
}

/* The words above a section's table, but those that stand in the heading. */
static void
draw_section (SheafReportPaper *self)
{
  const SheafReportSection *section = self->section;

  if (section->title != NULL)
    {
      if (self->sections > 1 && !self->head->section_pages)
        sheaf_document_set_y (self->document, sheaf_document_y (self->document) + 2 * GAP);
      (void) sheaf_document_reserve (self->document, SHEAF_MM (30)); /* never last on a page */
      sheaf_document_text_flow (self->document, SECTION_TITLE, section->title);
    }
  for (char **field = section->fields; self->fields && *field != NULL; field++)
    sheaf_document_text_flow (self->document, BODY, *field);
  for (char **text = section->paragraphs; *text != NULL; text++)
    sheaf_document_text_flow (self->document, BODY, *text);
  sheaf_document_set_y (self->document, sheaf_document_y (self->document) + GAP / 2);
}

/* The words of a section come when it is known what stands under them: keep is the height of
 * that. */
void
sheaf_report_frame_words (SheafReportPaper *self,
                          float             keep)
{
  const SheafReportSection *section = self->section;
  float                     height;

  if (!self->words)
    return;
  self->words = FALSE;
  height = text_height (self, BODY, section->paragraphs) + 3 * GAP;
  if (self->fields)
    height += text_height (self, BODY, section->fields);
  if (section->title != NULL)
    height += sheaf_document_text_line_height (SECTION_TITLE);
  if (keep > 0)
    (void) sheaf_document_reserve (self->document, height + keep);
  draw_section (self);
}

/* What stays together behind the last row. */
float
sheaf_report_frame_end_height (SheafReportPaper *self)
{
  float height = text_height (self, BODY, self->head->foot) +
                 text_height (self, NOTES, self->head->notes) + 2 * GAP;

  return height + (*self->head->signers != NULL
                       ? sheaf_signers_height () + sheaf_document_text_line_height (BODY)
                       : 0);
}

/* "Sổ này có {pages} trang …", "Ngày mở sổ: {opened}". */
void
sheaf_report_frame_foot (SheafReportPaper *self)
{
  const SheafReportHead *head = self->head;
  SheafDate              first = sheaf_book_first_day (self->book);
  g_autofree char       *opened = sheaf_date_format (sheaf_date_cmp (head->from, first) > 0
                                                         ? head->from
                                                         : first,
                                               self->language);
  g_autofree char *pages = g_strdup_printf ("%02u", sheaf_document_pages (self->document));

  for (char **line = head->foot; *line != NULL; line++)
    {
      GString *text = g_string_new (*line);

      g_string_replace (text, "{pages}", pages, 0);
      g_string_replace (text, "{opened}", opened, 0);
      sheaf_document_text_flow (self->document, BODY, text->str);
      g_string_free (text, TRUE);
    }
}

void
sheaf_report_frame_signers (SheafReportPaper *self)
{
  const SheafReportHead  *head = self->head;
  const SheafFrame       *frame = sheaf_source_frame (self->source);
  guint                   n = g_strv_length (head->signers);
  g_autofree const char **dates = g_new0 (const char *, n + 1);
  const char             *names[] = { frame->accountant, frame->chief_accountant, frame->director,
                                      NULL };
  g_autofree char        *day = sheaf_paper_texts_date (
             head->signing_date != NULL ? head->signing_date : "", self->day);
  SheafSigners signers = { .titles = (const char *const *) head->signers,
                           .notes = (const char *const *) head->signer_notes,
                           .dates = dates,
                           /* who made it, the chief accountant, the director: the first two or
                            * all three */
                           .names = n >= 2 && n <= 3 && !head->section_signed ? names : NULL,
                           .size = SIGN_SIZE };

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    dates[i] = i == MIN (head->signing_block, n - 1) ? day : "";
  sheaf_signers_draw (self->document, &signers);
}

/* What stands on top of the pages that a sheet goes on over. */
char *
sheaf_report_frame_running (SheafReportPaper *self)
{
  const SheafReportHead *head = self->head;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, (char *) sheaf_source_frame (self->source)->name);
  g_ptr_array_add (parts, (char *) (head->title != NULL ? head->title : head->code));
  for (char **field = self->section->fields; head->section_pages && *field != NULL; field++)
    g_ptr_array_add (parts, *field);
  for (char **line = head->subtitles; *line != NULL; line++)
    if (**line != '(') /* what the form is used for */
      g_ptr_array_add (parts, *line);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

void
sheaf_report_frame_notes (SheafReportPaper *self)
{
  for (char **note = self->head->notes; *note != NULL; note++)
    sheaf_document_text_flow (self->document, NOTES, *note);
}
