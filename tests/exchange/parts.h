/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks as other programs write them, from the XML of their parts. */
#pragma once

#include <glib.h>

/* A ZIP file of these parts: name, text, …, NULL. */
GBytes *parts_zip (const char *const *parts);

/* The parts of every workbook; the first sheet is "xl/worksheets/other.xml". */
#define PARTS_WORKBOOK                                                                   \
  "xl/workbook.xml", "<x:workbook><x:sheets><x:sheet name='A' sheetId='7' r:id='rId3'/>" \
                     "</x:sheets></x:workbook>",                                         \
      "xl/_rels/workbook.xml.rels",                                                      \
      "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/>"          \
      "<Relationship Id='rId3' Target='/xl/worksheets/other.xml'/></Relationships>"
