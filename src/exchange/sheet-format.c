/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook may have only so many formats: they are kept by what they look like. */
#include "exchange/sheet-format.h"

#include "reports/cell.h"

#define FONT "Times New Roman"

struct _SheafSheetFormats
{
  lxw_workbook *workbook;
  GHashTable   *known; /* description to lxw_format, which the workbook owns */
};

SheafSheetFormats *
sheaf_sheet_formats_new (lxw_workbook *workbook)
{
  SheafSheetFormats *formats = g_new0 (SheafSheetFormats, 1);

  formats->workbook = workbook;
  formats->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return formats;
}

void
sheaf_sheet_formats_free (SheafSheetFormats *formats)
{
  if (formats == NULL)
    return;
  g_hash_table_unref (formats->known);
  g_free (formats);
}

static void
set_style (lxw_format     *format,
           SheafSheetStyle style,
           guint           indent)
{
  format_set_font_name (format, FONT);
  format_set_font_size (format, style & SHEAF_SHEET_LARGE   ? 14
                                : style & SHEAF_SHEET_SMALL ? 9
                                                            : 11);
  if (style & SHEAF_SHEET_BOLD)
    format_set_bold (format);
  if (style & SHEAF_SHEET_ITALIC)
    format_set_italic (format);
  if (style & SHEAF_SHEET_WRAP)
    format_set_text_wrap (format);
  if (style & SHEAF_SHEET_BORDER)
    format_set_border (format, LXW_BORDER_THIN);
  if (style & SHEAF_SHEET_CENTRE)
    format_set_align (format, LXW_ALIGN_CENTER);
  else if (style & SHEAF_SHEET_RIGHT)
    format_set_align (format, LXW_ALIGN_RIGHT);
  else if (indent > 0)
    format_set_indent (format, (uint8_t) MIN (indent, 15));
  format_set_align (format, style & SHEAF_SHEET_HEADING ? LXW_ALIGN_VERTICAL_CENTER
                                                        : LXW_ALIGN_VERTICAL_TOP);
}

static lxw_format *
find_format (SheafSheetFormats *formats,
             SheafSheetStyle    style,
             guint              indent,
             const char        *number)
{
  g_autofree char *key = g_strdup_printf ("%u %u %s", (guint) style, indent, number);
  lxw_format      *format = g_hash_table_lookup (formats->known, key);

  if (format != NULL)
    return format;
  format = workbook_add_format (formats->workbook);
  set_style (format, style, indent);
  if (*number != '\0')
    format_set_num_format (format, number);
  g_hash_table_insert (formats->known, g_steal_pointer (&key), format);
  return format;
}

lxw_format *
sheaf_sheet_format (SheafSheetFormats *formats,
                    SheafSheetStyle    style,
                    guint              indent)
{
  return find_format (formats, style, indent, "");
}

static char *
number_format (SheafCellKind kind,
               guint         decimals)
{
  g_autofree char *zeros = g_strnfill (decimals, '0');
  g_autofree char *plain = g_strdup_printf ("#,##0%s%s", decimals > 0 ? "." : "", zeros);

  switch (kind)
    {
    case SHEAF_CELL_TEXT:
      return g_strdup ("@"); /* a code stays a text when somebody edits it */
    case SHEAF_CELL_DAY:
      return g_strdup ("dd/mm/yyyy");
    case SHEAF_CELL_RATE:
      return g_strdup (decimals > 2 ? "0.00%" : "0%");
    case SHEAF_CELL_RATIO:
      return g_strdup ("0.00");
    case SHEAF_CELL_COUNT:
      return g_strdup ("0");
    case SHEAF_CELL_MONEY:
    case SHEAF_CELL_FOREIGN:
    case SHEAF_CELL_QUANTITY:
    case SHEAF_CELL_PRICE:
      break;
    }
  return g_strdup_printf ("%s_);(%s);\"–\"_)", plain, plain);
}

lxw_format *
sheaf_sheet_format_cell (SheafSheetFormats *formats,
                         SheafSheetStyle    style,
                         guint              indent,
                         SheafCellKind      kind,
                         guint              decimals)
{
  g_autofree char *number = number_format (kind, decimals);

  return find_format (formats, style, indent, number);
}
