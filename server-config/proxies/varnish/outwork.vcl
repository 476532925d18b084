# /etc/varnish/default.vcl. Tested with Varnish 7.1.
vcl 4.1;

backend outwork {
  .host = "127.0.0.1";
  .port = "8080";
  # While a worker waits, the engine sends something at least every ten seconds.
  .first_byte_timeout = 65s;
  .between_bytes_timeout = 65s;
}

sub vcl_recv {
  # No response may be cached.
  return (pass);
}
