# Puts references in the place of the numbers in one column of a CSV file; see README.md.
param(
  [string] $KeyFile,
  [string] $In,
  [string] $Out,
  [string] $Column = 'upn',
  [string] $NewKey
)
$ErrorActionPreference = 'Stop'
$utf8 = New-Object System.Text.UTF8Encoding($false)

# .NET has a current folder of its own, which cd does not change
function Get-FullPath([string] $path) {
  $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($path)
}

if ($NewKey) {
  if (Test-Path $NewKey) { throw "$NewKey is there already: a key is not replaced" }
  $random = New-Object byte[] 48
  [System.Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($random)
  [System.IO.File]::WriteAllText((Get-FullPath $NewKey), [Convert]::ToBase64String($random), $utf8)
  return
}

$key = ([System.IO.File]::ReadAllLines((Get-FullPath $KeyFile)))[0]
if ($key.Length -lt 32) { throw 'The key must have at least 32 characters' }
$hmac = New-Object System.Security.Cryptography.HMACSHA256
$hmac.Key = $utf8.GetBytes($key)

function Get-Reference([string] $number) {
  # only a to z have capitals here, as in references.sh
  $capitals = [regex]::Replace($number.Trim(' '), '[a-z]', { param($letter) $letter.Value.ToUpperInvariant() })
  $hash = $hmac.ComputeHash($utf8.GetBytes($capitals))
  [Convert]::ToBase64String($hash).TrimEnd('=').Replace('+', '-').Replace('/', '_')
}

$rows = @(Import-Csv -Path $In -Encoding UTF8)
if ($rows.Count -eq 0) { throw 'The file has no rows' }
if ($rows[0].PSObject.Properties.Name -notcontains $Column) { throw "The file has no column $Column" }
$line = 1
$made = @(foreach ($row in $rows) {
  $line++
  if (-not ([string] $row.$Column).Trim(' ')) { throw "Line $line has no number" }
  $new = [ordered] @{}
  foreach ($field in $row.PSObject.Properties) {
    if ($field.Name -eq $Column) { $new['reference'] = Get-Reference $field.Value } else { $new[$field.Name] = $field.Value }
  }
  [pscustomobject] $new
})
# without quotes where none are needed, as the file of scores wants nothing else
$lines = @(($made[0].PSObject.Properties.Name) -join ',')
foreach ($row in $made) {
  $lines += (@($row.PSObject.Properties | ForEach-Object {
    $text = [string] $_.Value
    if ($text -match '[",\r\n]') { '"' + $text.Replace('"', '""') + '"' } else { $text }
  }) -join ',')
}
[System.IO.File]::WriteAllLines((Get-FullPath $Out), $lines, $utf8)
