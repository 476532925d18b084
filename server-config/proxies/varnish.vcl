vcl 4.1;
backend outwork {
  .host = "127.0.0.1";
  .port = "8080";
  .first_byte_timeout = 65s;
  .between_bytes_timeout = 65s;
}
sub vcl_recv {
  return (pass);
}
