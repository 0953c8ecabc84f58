package dev.autoheal.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Realistic parameters of programs, whose secrets contain the letters "hush". */
public final class SecretCorpus {
  /** Parameters with a credential. */
  public static final List<String> SECRET =
      List.of(
          "-k https://hooks.slack.com/services/T0/B0/hush",
          "https://discord.com/api/webhooks/12/hush",
          "https://contoso.webhook.office.com/webhookb2/hush",
          "/pw:hush",
          "-pw hush",
          "-storage DefaultEndpointsProtocol=https;AccountName=a;AccountKey=hush+/A1hush==;X=y",
          "\"AccountName=a;AccountKey=hushA1==\"",
          "Endpoint=sb://a.example/;SharedAccessKeyName=Root;SharedAccessKey=hush0/hush=",
          "BlobEndpoint=https://a.example;SharedAccessSignature=sv=2022&ss=b&sig=hush%3D",
          "-url https://a.example/dumps?sv=2022-11-02&sr=c&sp=rw&sig=hush%2Bhush%3D",
          "-url \"https://a.example/dumps?sig=hush&se=2030-01-01\"",
          "SharedAccessSignature sr=a.example&sig=hush%3d&se=1&skn=Root",
          "-connection \"Server=a;Database=b;User ID=sa;Password=hush\"",
          "-connection \"Server=a;Database=b;User ID=sa;Password=hush hush hush;Encrypt=true\"",
          "-connection Server=a;Uid=sa;Pwd=hush;",
          "-c \"Password='hush;hush';Server=a\"",
          "-c \"Server=a;Password=hu'hush;Encrypt=true\"",
          "--password hush",
          "--password=hush",
          "-password:hush",
          "/password hush",
          "/p:Password=hush",
          "-Password \"hush hush\" -v",
          "-Password 'hush hush' -v",
          "--db-password hush --db-host a",
          "-sqlPassword hush",
          "--passphrase hush",
          "-pwd hush",
          "-passin pass:hush",
          "-header \"Authorization: Bearer hush.hush-hush\"",
          "-header \"Authorization: Basic aHVzaDpodXNo-hush\"",
          "-header \"Authorization: hush\"",
          "Bearer hush1234567890",
          "-H \"x-api-key: hush\"",
          "-H \"x-functions-key: hush\"",
          "-H \"Ocp-Apim-Subscription-Key: hush\"",
          "-key hush",
          "-key=hush",
          "--api-key hush",
          "--apikey=hush",
          "-apiKey \"hush\"",
          "--access-key hush --region x",
          "--client-secret hush",
          "-clientSecret:hush -tenant a",
          "-secret \"hush\"",
          "--token hush",
          "-accessToken hush",
          "-sasToken \"?sv=2022&sig=hush\"",
          "{\"password\": \"hush\"}",
          "{\\\"password\\\": \\\"hush\\\"}",
          "https://me:hush@a.example/repo.git",
          "ftp://site\\$me:hush@a.example",
          "redis://:hush@a.example:6380",
          "a.example:6380,password=hush=,ssl=True",
          "https://a.example/api/dump?code=hushhushhushhushhush==",
          "https://a.example/api/dump?key=hush",
          "-u me:hush https://a.example",
          "--user me:hush",
          "-S a.example -U sa -P hush",
          "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMhushIn0.hushhush_hush-hush",
          "ghp_hushhushhushhushhushhushhushhushhush",
          "-----BEGIN PRIVATE KEY-----hush",
          "SECRET_KEY=hush",
          "set SECRET_KEY_BASE=hush",
          "--credential hush",
          "--credentials hush",
          "-credentials=hush",
          "-cred \"hush hush\"",
          "net user admin password hush /add",
          "password hush",
          "the password is hush",
          "the password was \"hush hush\"",
          "setx DB_PASSWORD hush",
          "setx /m API_KEY hush",
          "sshpass -p hush ssh a.example",
          "sshpass.exe -phush scp x a.example:",
          "-p hush ssh a.example",
          "/p:hush",
          "-p:hush",
          "/tp:hush /tu:sa",
          "schtasks /ru me /rp:hush",
          "--pat hush",
          "--pat=hush",
          "AZURE_DEVOPS_EXT_PAT=hush",
          "ConvertTo-SecureString hush -AsPlainText -Force",
          "ConvertTo-SecureString -String 'hush hush' -AsPlainText -Force",
          "ConvertTo-SecureString -AsPlainText -Force -String \"hush\"",
          "'hush hush' | ConvertTo-SecureString -AsPlainText -Force",
          "(ConvertTo-SecureString \"hush\" -AsPlainText -Force)",
          "New-Object PSCredential('me', 'hush')",
          "new NetworkCredential(\"me\", \"hush\")",
          "\"--password\", \"hush\"",
          "(--password hush)",
          "x&&y --password hush",
          "Password := 'hush'",
          "$env:PASSWORD = 'hush'",
          "setPassword('hush')",
          "$c['password'] = 'hush'",
          "Password2=hush",
          "Password_Prod=hush",
          "-password 'hush''hush hush'",
          "-password \"hush\\\"hush hush\"",
          "-c \"Password=hush hush;\"",
          "mysql -uroot -phush a",
          "mysqldump.exe -u root -phush a",
          "-u root -phush1 a",
          "7z a -phush x.7z",
          "redis-cli -h a -a hush",
          "signtool sign /f a.pfx /p hush a.exe",
          "https://me:hush@hush@a.example/",
          "curl --proxy-user me:hush a.example",
          "https://hooks.slack.com/workflows/T0/hush",
          "hush".repeat(13));

  /** Credentials that have a recognizable form. */
  static final Map<TokenFormat, String> FORMATS = formats();

  /** Parameters without a credential, though many look similar. */
  public static final List<String> HARMLESS =
      List.of(
          "",
          "-CollectKillAnalyze \"Memory Dump\"",
          "-CollectLogs \"CLR Profiler with Thread Stacks\" 60",
          "-Troubleshoot \"JAVA Thread Dump\"",
          "/c D:\\home\\site\\tools\\recycle.cmd",
          "-File D:\\home\\site\\tools\\recycle.ps1 -Verbose",
          "-NoProfile -ExecutionPolicy Bypass -File D:\\home\\x.ps1",
          "-accepteula -ma 4242 D:\\home\\dumps\\w3wp.dmp",
          "-id 5b0c1f1e-6a27-4c0e-9d53-2f8be1a7c940",
          "--tenant 5b0c1f1e-6a27-4c0e-9d53-2f8be1a7c940 --client"
              + " 00000000-0000-0000-0000-000000000000",
          "-hash 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
          "--password %DB_PASSWORD%",
          "--password $(DbPassword)",
          "--password ${DB_PASSWORD}",
          "--password #{DbPassword}#",
          "--password __DB_PASSWORD__",
          "--password {{db.password}}",
          "-Password $env:DB_PASSWORD",
          "-connection \"Server=a;User ID=sa;Password=%DB_PASSWORD%;Encrypt=true\"",
          "-connection \"Server=tcp:a.example,1433;Database=b;Authentication=Active Directory"
              + " Default\"",
          "-connection \"Server=a;Integrated Security=true\"",
          "AccountName=a;EndpointSuffix=core.windows.net;AccountKey=;",
          "--secret @Microsoft.KeyVault(SecretUri=https://a.vault.azure.net/secrets/b/)",
          "Password=@Microsoft.KeyVault(VaultName=a;SecretName=b)",
          "-passwordFile D:\\home\\data\\x.txt",
          "-passwordFile x",
          "--password-file x",
          "--token-path /home/x",
          "--secret-name dump-upload",
          "-secretUri https://a.vault.azure.net/secrets/b",
          "--password D:\\home\\data\\password.txt",
          "-tokenEndpoint https://login.example/oauth2/token",
          "https://a.example/oauth2/token?api-version=1",
          "-key HKLM\\Software\\Contoso",
          "-keyName dump -keySize 2048",
          "-monkey business",
          "-publicKeyToken 31bf3856ad364e35",
          "Contoso, Version=1.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35",
          "--no-password -v",
          "--no-password x",
          "-password -user sa",
          "--ask-password true",
          "-password ****",
          "-password \"\" -user sa",
          "-url https://a.example:8443/dump?version=2&signature=off",
          "-url https://a.example/dump?codec=h264",
          "-mail ops@a.example -smtp mail.example:25",
          "git@a.example:group/project.git",
          "-design sigma=3 -config big",
          "-u -p 80",
          "-u me -p 80",
          "-user me",
          "-passes 3 -compass north -bypass yes",
          "-mode passive -author Bear",
          "the secretary keeps the tokens",
          "-bearer",
          "-sass styles.scss",
          "-code 500 -signal TERM");

  private SecretCorpus() {}

  private static Map<TokenFormat, String> formats() {
    String hush = "hush".repeat(20);
    String hex = "0123456789abcdef".repeat(4);
    Map<TokenFormat, String> tokens = new EnumMap<>(TokenFormat.class);
    tokens.put(TokenFormat.JWT, "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMhushIn0.hushhush_hush-hush");
    tokens.put(TokenFormat.AZURE_AD_CLIENT_SECRET, "a~.8Q~" + hush.substring(0, 34));
    tokens.put(TokenFormat.AZURE_DEVOPS, hush.substring(0, 76) + "AZDOhush");
    tokens.put(TokenFormat.AZURE_DEVOPS_OLDER, hush.substring(0, 52));
    tokens.put(TokenFormat.STORAGE_ACCOUNT, hush + "A1+/6h==");
    tokens.put(TokenFormat.AZURE_KEY, hush.substring(0, 44) + "AzFuhushA==");
    tokens.put(TokenFormat.GITHUB, "github_pat_11" + hush);
    tokens.put(TokenFormat.GITLAB, "glpat-hush-hush_hushhush");
    tokens.put(TokenFormat.NPM, "npm_" + hush.substring(0, 36));
    tokens.put(TokenFormat.NUGET, "oy2" + hush.substring(0, 43));
    tokens.put(TokenFormat.PYPI, "pypi-AgEIcHlwaS5vcmc" + hush);
    tokens.put(TokenFormat.GOOGLE, "AIza" + hush.substring(0, 35));
    tokens.put(TokenFormat.GOOGLE_OAUTH, "GOCSPX-" + hush.substring(0, 28));
    tokens.put(TokenFormat.SENDGRID, "SG.hushhush_hushhush-hush1.hush" + hush.substring(0, 39));
    tokens.put(TokenFormat.STRIPE, "sk_live_" + hush.substring(0, 24));
    tokens.put(TokenFormat.SLACK, "xoxb-123-456-hush");
    tokens.put(TokenFormat.DOCKER, "dckr_pat_" + hush.substring(0, 27));
    tokens.put(TokenFormat.HASHICORP, "hvs." + hush);
    tokens.put(TokenFormat.OPENAI, "sk-proj-" + hush);
    tokens.put(TokenFormat.HUGGINGFACE, "hf_" + hush.substring(0, 34));
    tokens.put(TokenFormat.ATLASSIAN, "ATATT3xFfGF0" + hush);
    tokens.put(TokenFormat.GRAFANA, "glsa_" + hush.substring(0, 32) + "_0a1b2c3d");
    tokens.put(TokenFormat.NEW_RELIC, "NRAK-HUSHhush" + hush.substring(0, 19));
    tokens.put(TokenFormat.POSTMAN, "PMAK-" + hush);
    tokens.put(TokenFormat.SENTRY, "sntrys_eyJ" + hush);
    tokens.put(TokenFormat.DOPPLER, "dp.pt." + hush);
    tokens.put(TokenFormat.ONE_PASSWORD, "ops_eyJ" + hush);
    tokens.put(TokenFormat.TELEGRAM, "123456789:AAhush" + hush.substring(0, 31));
    tokens.put(TokenFormat.AGE, "AGE-SECRET-KEY-1" + hush.substring(0, 58));
    tokens.put(TokenFormat.AWS, "AKIAIOSFODNN7EXAMPLE");
    tokens.put(TokenFormat.TWILIO, "SK" + hex.substring(0, 32));
    tokens.put(TokenFormat.MAILGUN, "key-" + hex.substring(0, 32));
    tokens.put(TokenFormat.DIGITALOCEAN, "dop_v1_" + hex);
    tokens.put(TokenFormat.DATABRICKS, "dapi" + hex.substring(0, 32));
    tokens.put(TokenFormat.SHOPIFY, "shpat_" + hex.substring(0, 32));
    tokens.put(TokenFormat.PULUMI, "pul-" + hex.substring(0, 40));
    return tokens;
  }
}
