namespace Township.EventSourcing.PostgreSql;

/// <summary>The name of a database schema that needs no quotes.</summary>
sealed record SchemaName
{
    const int MaxLength = 48; // Leaves room in PostgreSQL's 63 bytes for what is added to it.

    readonly string _name;

    /// <exception cref="StoreOpenException">The name is not valid.</exception>
    public SchemaName(string name)
    {
        if (name is not [>= 'a' and <= 'z', ..] || name.Length > MaxLength || !name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
            throw new StoreOpenException($"'{UnicodeText.Printable(name, 80)}' is not a schema name: use a-z, 0-9 and '_', starting with a letter, at most {MaxLength} characters.")
            {
                Chinese = $"“{UnicodeText.Printable(name, 80)}”不能用作数据库结构的名称：只能用小写字母、数字和下划线，以字母开头，不超过 {MaxLength} 个字符。",
            };
        _name = name;
    }

    public override string ToString() => _name;
}
