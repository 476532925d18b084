package com.example;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Disk {
  public String write(String file) {
    if (file.length() > 20) {
      throw new IllegalStateException("disk full");
    }
    return file;
  }
}
