var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("payments", client =>
{
    client.BaseAddress = new Uri(builder.Configuration["Payments:Url"]!);
    client.Timeout = TimeSpan.FromSeconds(40);
});

var app = builder.Build();
app.MapGet("/", () => "Storefront");
app.MapPost("/orders", async (Order order, IHttpClientFactory clients) =>
{
    var answer = await clients.CreateClient("payments").PostAsJsonAsync("/charges", order);
    return answer.IsSuccessStatusCode ? Results.Ok() : Results.StatusCode(502);
});
app.Run();

record Order(string Article, int Amount);
