namespace Township;

/// <summary>Lists of declared relatives: each person once, the newest declaration holds.</summary>
static class Relatives
{
    public static EquatableList<Relative> Declare(this EquatableList<Relative> relatives, Relative relative) =>
        relatives.Names(relative.PersonId) ? relatives.Replace(r => r.PersonId == relative.PersonId, _ => relative) : relatives.Add(relative);

    public static EquatableList<Relative> Withdraw(this EquatableList<Relative> relatives, string personId) =>
        relatives.Where(r => r.PersonId != personId).ToEquatableList();

    public static bool Names(this EquatableList<Relative> relatives, string personId) => relatives.Any(r => r.PersonId == personId);
}
