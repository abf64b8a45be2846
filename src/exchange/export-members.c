/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members, what became of them, and their capital. */
#include "capital/event.h"
#include "capital/schedule.h"
#include "exchange/csv-export-private.h"
#include "ledger/chart.h"
#include "members/member.h"
#include "members/membership.h"

static void
write_person (SheafExport       *out,
              const SheafMember *member)
{
  sheaf_export_cell (out, member->code);
  sheaf_export_cell (out, member->name);
  sheaf_export_cell (out, sheaf_member_kind_to_word (member->kind));
  sheaf_export_date (out, member->joined);
  sheaf_export_yes (out, member->agreement);
  sheaf_export_cell (out, member->id_number);
  sheaf_export_date (out, member->birth);
  sheaf_export_cell (out, member->gender);
  sheaf_export_cell (out, member->nationality);
  sheaf_export_cell (out, member->represents);
  sheaf_export_cell (out, member->address);
  sheaf_export_cell (out, member->hamlet);
  sheaf_export_cell (out, member->phone);
  sheaf_export_cell (out, member->tax_code);
  sheaf_export_cell (out, member->bank_bin);
  sheaf_export_cell (out, member->bank_account);
  sheaf_export_cell (out, member->representative);
  sheaf_export_cell (out, member->representative_id);
  sheaf_export_date (out, member->id_day);
  sheaf_export_cell (out, member->id_place);
  sheaf_export_cell (out, member->team);
  sheaf_export_cell (out, member->document);
  sheaf_export_end (out);
}

static gboolean
write_members (SheafExport *out,
               GError     **error)
{
  g_autoptr (GPtrArray) members = sheaf_member_list (out->book, error);

  for (guint i = 0; members != NULL && i < members->len; i++)
    write_person (out, g_ptr_array_index (members, i));
  return members != NULL;
}

/* Leaving stands here too, as a member who left may have joined again. */
static gboolean
write_membership (SheafExport *out,
                  GError     **error)
{
  g_autoptr (GPtrArray) events = sheaf_membership_list (out->book, 0, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafMembershipEvent *event = g_ptr_array_index (events, i);

      if (event->first || !sheaf_membership_event_counts (event))
        continue;
      sheaf_export_date (out, event->date);
      if (!sheaf_export_party (out, event->party_id, error))
        return FALSE;
      sheaf_export_cell (out, sheaf_membership_kind_to_word (event->event));
      sheaf_export_cell (out, event->value);
      sheaf_export_cell (out, event->document);
      sheaf_export_cell (out, event->reason);
      sheaf_export_date (out, event->until);
      sheaf_export_end (out);
    }
  return events != NULL;
}

static gboolean
write_form (SheafExport             *out,
            const SheafCapitalEvent *event,
            GError                 **error)
{
  if (event->account_id != 0)
    return sheaf_export_account (out, event->account_id, error);
  sheaf_export_cell (out, event->form == SHEAF_CAPITAL_BANK ? "bank" : NULL);
  return TRUE;
}

/* Why it moved, and what was handed over. */
static void
write_more (SheafExport             *out,
            const SheafCapitalEvent *event)
{
  sheaf_export_cell (out, event->description);
  sheaf_export_cell (out, event->cause);
  sheaf_export_cell (out, event->document);
  sheaf_export_cell (out, event->asset);
  sheaf_export_quantity (out, event->quantity);
  sheaf_export_cell (out, event->unit);
  sheaf_export_date (out, event->until);
  if (event->price.units == 0)
    sheaf_export_cell (out, NULL);
  else
    sheaf_export_amount (out, event->price);
}

/* Its voucher; nothing where it has none. */
static gboolean
write_entry (SheafExport             *out,
             const SheafCapitalEvent *event,
             GError                 **error)
{
  if (event->voucher_id != 0)
    return sheaf_export_voucher (out, event->voucher_id, error);
  for (guint i = 0; i < 3; i++)
    sheaf_export_cell (out, NULL);
  return TRUE;
}

static gboolean
write_capital (SheafExport *out,
               GError     **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (out->book, 0, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (events, i);

      if (event->reverses_id != 0 || event->reversed_by != 0)
        continue;
      sheaf_export_date (out, event->date);
      if (!sheaf_export_party (out, event->party_id, error))
        return FALSE;
      sheaf_export_cell (out, sheaf_capital_kind_to_word (event->event));
      sheaf_export_amount (out, event->amount);
      if (!sheaf_export_party (out, event->to_party_id, error) || !write_form (out, event, error))
        return FALSE;
      write_more (out, event);
      if (!write_entry (out, event, error))
        return FALSE;
      sheaf_export_end (out);
    }
  return events != NULL;
}

static gboolean
write_instalment (SheafExport           *out,
                  const SheafSchedule   *schedule,
                  const SheafInstalment *part, /* NULL: it took an earlier schedule back */
                  GError               **error)
{
  if (!sheaf_export_party (out, schedule->party_id, error))
    return FALSE;
  sheaf_export_cell (out, sheaf_schedule_kind_to_word (schedule->kind));
  sheaf_export_date (out, schedule->decided);
  sheaf_export_cell (out, schedule->document);
  sheaf_export_date (out, part == NULL ? SHEAF_DATE_NONE : part->due);
  sheaf_export_amount (out, part == NULL ? SHEAF_MONEY_ZERO : part->amount);
  sheaf_export_end (out);
  return TRUE;
}

/* Those that no more hold, as events were taken back since, are left out: no import takes them. */
static gboolean
write_schedules (SheafExport *out,
                 GError     **error)
{
  g_autoptr (GPtrArray) schedules = sheaf_schedule_history (out->book, error);

  for (guint i = 0; schedules != NULL && i < schedules->len; i++)
    {
      const SheafSchedule *schedule = schedules->pdata[i];
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();

      if (!sheaf_schedule_check (out->book, schedule, NULL, problems, error))
        return FALSE;
      if (problems->errors > 0)
        continue;
      if (schedule->instalments->len == 0 && !write_instalment (out, schedule, NULL, error))
        return FALSE;
      for (guint n = 0; n < schedule->instalments->len; n++)
        if (!write_instalment (out, schedule,
                               &g_array_index (schedule->instalments, SheafInstalment, n), error))
          return FALSE;
    }
  return schedules != NULL;
}

const SheafExportKind sheaf_export_member_kinds[] = {
  { "members",
    "code,name,kind,joined,agreement,id_number,birth,gender,nationality,represents,address,hamlet,"
    "phone,tax_code,bank_bin,bank_account,representative,representative_id,id_day,id_place,team,"
    "document",
    write_members },
  { "membership", "date,member,event,value,document,reason,until", write_membership },
  { "capital",
    "date,member,event,amount,to_member,form,description,cause,document,asset,quantity,unit,until,"
    "price,voucher_kind,voucher,year",
    write_capital },
  { "schedules", "member,kind,decided,document,due,amount", write_schedules },
  { NULL, NULL, NULL },
};
