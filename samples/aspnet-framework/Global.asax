<%@ Application Codebehind="Global.asax.cs" Inherits="Invoices.MvcApplication" Language="C#" %>
