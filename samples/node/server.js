const http = require("http");

http
  .createServer((request, response) => {
    response.writeHead(200, { "Content-Type": "text/plain" });
    response.end("tickets\n");
  })
  .listen(process.env.PORT || 3000);
