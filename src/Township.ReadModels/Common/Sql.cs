using System.Data.Common;

namespace Township;

/// <summary>Statements with named values, on any database.</summary>
static class Sql
{
    public static async Task Run(this DbTransaction transaction, string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        await using var command = transaction.Connection!.Command(sql, values);
        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static DbCommand Command(this DbConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
