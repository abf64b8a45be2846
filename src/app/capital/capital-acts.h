/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done on the page of members' capital: new events, taking back, papers. */
#pragma once

#include "app/capital/capital-page.h"

/* Installs the actions "capital.…" in class_init. */
void sheaf_capital_acts_install (GtkWidgetClass *widget_class);

/* Enables those that what is selected allows. */
void sheaf_capital_acts_enable (SheafCapitalPage *page);

/* The dialog of an event; shows what is there of the proposal. */
void sheaf_capital_acts_propose (SheafCapitalPage        *page,
                                 const SheafCapitalEvent *proposal);
