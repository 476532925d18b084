# /etc/varnish/default.vcl. Tried with Varnish 7.1.
vcl 4.1;

backend outwork {
  .host = "127.0.0.1";
  .port = "8080";
  # The engine is silent for ten seconds at the most while a worker waits.
  .first_byte_timeout = 65s;
  .between_bytes_timeout = 65s;
}

sub vcl_recv {
  # Nothing of it may be kept for others.
  return (pass);
}
