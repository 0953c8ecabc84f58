const http = require('http');

http
  .createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ free: ['09:00', '10:30', '14:00'] }));
  })
  .listen(process.env.PORT);
