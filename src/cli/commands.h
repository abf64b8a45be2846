/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of all commands; each is a file of its own. */
#pragma once

#include "cli/command.h"

extern const SheafCommand sheaf_command_new;
extern const SheafCommand sheaf_command_set;
extern const SheafCommand sheaf_command_opening_map;
extern const SheafCommand sheaf_command_import;
extern const SheafCommand sheaf_command_export;
extern const SheafCommand sheaf_command_balance;
extern const SheafCommand sheaf_command_book;
extern const SheafCommand sheaf_command_books;
extern const SheafCommand sheaf_command_journal;
extern const SheafCommand sheaf_command_search;
extern const SheafCommand sheaf_command_voucher;
extern const SheafCommand sheaf_command_year_end;
extern const SheafCommand sheaf_command_reverse;
extern const SheafCommand sheaf_command_gaps;
extern const SheafCommand sheaf_command_scopes;
extern const SheafCommand sheaf_command_drafts;
extern const SheafCommand sheaf_command_draft;
extern const SheafCommand sheaf_command_templates;
extern const SheafCommand sheaf_command_template;
extern const SheafCommand sheaf_command_recurring;
extern const SheafCommand sheaf_command_register;
extern const SheafCommand sheaf_command_attach;
extern const SheafCommand sheaf_command_attachments;
extern const SheafCommand sheaf_command_attachment;
extern const SheafCommand sheaf_command_vat;
extern const SheafCommand sheaf_command_tax;
extern const SheafCommand sheaf_command_tax_mark;
extern const SheafCommand sheaf_command_tax_marks;
extern const SheafCommand sheaf_command_vat_share;
extern const SheafCommand sheaf_command_ratios;
extern const SheafCommand sheaf_command_size;
extern const SheafCommand sheaf_command_trends;
extern const SheafCommand sheaf_command_guide;
extern const SheafCommand sheaf_command_account;
extern const SheafCommand sheaf_command_statement;
extern const SheafCommand sheaf_command_notes;
extern const SheafCommand sheaf_command_members;
extern const SheafCommand sheaf_command_membership_reverse;
extern const SheafCommand sheaf_command_capital;
extern const SheafCommand sheaf_command_capital_reverse;
extern const SheafCommand sheaf_command_capital_lower;
extern const SheafCommand sheaf_command_capital_refund;
extern const SheafCommand sheaf_command_certificates;
extern const SheafCommand sheaf_command_certificate;
extern const SheafCommand sheaf_command_handover;
extern const SheafCommand sheaf_command_member;
extern const SheafCommand sheaf_command_card;
extern const SheafCommand sheaf_command_member_change;
extern const SheafCommand sheaf_command_rates;
extern const SheafCommand sheaf_command_currencies;
extern const SheafCommand sheaf_command_revalue;
extern const SheafCommand sheaf_command_parties;
extern const SheafCommand sheaf_command_party;
extern const SheafCommand sheaf_command_items;
extern const SheafCommand sheaf_command_ageing;
extern const SheafCommand sheaf_command_reconcile;
extern const SheafCommand sheaf_command_reconciliations;
extern const SheafCommand sheaf_command_count;
extern const SheafCommand sheaf_command_counts;
extern const SheafCommand sheaf_command_confirm;
extern const SheafCommand sheaf_command_duplicates;
extern const SheafCommand sheaf_command_merge;
extern const SheafCommand sheaf_command_checklist;
extern const SheafCommand sheaf_command_close;
extern const SheafCommand sheaf_command_reopen;
extern const SheafCommand sheaf_command_lock;
extern const SheafCommand sheaf_command_unlock;
extern const SheafCommand sheaf_command_plan;
extern const SheafCommand sheaf_command_distribute;
extern const SheafCommand sheaf_command_approve;
extern const SheafCommand sheaf_command_post;
extern const SheafCommand sheaf_command_explain;
extern const SheafCommand sheaf_command_payout;
extern const SheafCommand sheaf_command_documents;
extern const SheafCommand sheaf_command_verify;
extern const SheafCommand sheaf_command_backup;
extern const SheafCommand sheaf_command_restore;
extern const SheafCommand sheaf_command_demo;

/* Runs the program: finds the command, reads its line, runs it. The exit status: 0 done, 1 refused,
 * 2 wrong usage. */
int sheaf_commands_run (char **arguments);
